package dev.durin.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server of this run of the tests: what it wants of an application, and what is otherwise on it alone. */
enum TestServer {
    PAYARA {
        /** Without these properties its pool hands out connections that died with the database. */
        @Override
        String add(TestDataSource dataSource, WebArchive application) {
            return dataSource.definition("""
                    <property><name>fish.payara.is-connection-validation-required</name><value>true</value></property>
                    <property><name>fish.payara.connection-validation-method</name><value>auto-commit</value></property>
                    <property><name>fish.payara.fail-all-connections</name><value>true</value></property>
                    """);
        }

        @Override
        boolean knowsRoles() {
            return Runtime.version().feature() < 24;
        }

        @Override
        Optional<String> restServlet() {
            return Optional.of("org.glassfish.jersey.servlet.ServletContainer");
        }

        @Override
        ServerProcess start(String name, List<? extends Archive<?>> applications) throws IOException {
            return PayaraServer.start(name, applications);
        }

        @Override
        ServerProcess startWithSession(String name, int mailPort, List<? extends Archive<?>> applications)
                throws IOException {
            String command = "create-javamail-resource --mailhost 127.0.0.1 --mailuser shop --password of-the-shop"
                    + " --auth true --fromaddress session@example.com --property mail-smtp-port=" + mailPort
                    + ":mail-smtp-connectiontimeout=5000 " + mailSession();
            return PayaraServer.start(name, "UTC", List.of(command), applications);
        }

        @Override
        ServerProcess startWithAccessLog(String name, List<? extends Archive<?>> applications) throws IOException {
            String format = AccessLog.documented("--accesslogformat");
            List<String> arguments = List.of(
                    "--accesslog",
                    Files.createDirectories(accessLogs(name)).toString(),
                    "--accessloginterval",
                    "1",
                    "--accesslogformat",
                    format.substring(format.indexOf('"') + 1, format.lastIndexOf('"')));
            return PayaraServer.startWith(name, arguments, applications);
        }

        @Override
        Path accessLogs(String name) throws IOException {
            return ServerProcess.directory(name).toAbsolutePath().resolve("access");
        }
    },
    /** As it is shipped: it takes callers of its own realms alone. */
    WILDFLY {
        @Override
        String add(TestDataSource dataSource, WebArchive application) {
            return WildFlyDataSource.add(dataSource, application);
        }

        @Override
        boolean takesCallers() {
            return false;
        }

        @Override
        ServerProcess start(String name, List<? extends Archive<?>> applications) throws IOException {
            return WildFlyServer.start(name, applications);
        }

        /** As the configurations with {@code microprofile} have it. */
        @Override
        ServerProcess startWithHealth(String name, List<? extends Archive<?>> applications) throws IOException {
            List<String> commands = List.of(
                    "/extension=org.wildfly.extension.microprofile.health-smallrye:add",
                    "/subsystem=microprofile-health-smallrye:add(security-enabled=false)",
                    "reload");
            return WildFlyServer.startConfigured(name, commands, applications);
        }

        @Override
        ServerProcess startWithSession(String name, int mailPort, List<? extends Archive<?>> applications)
                throws IOException {
            List<String> commands = List.of(
                    "/socket-binding-group=standard-sockets/remote-destination-outbound-socket-binding=shop-smtp"
                            + ":add(host=127.0.0.1,port=" + mailPort + ")",
                    "/subsystem=mail/mail-session=shop:add(jndi-name=" + mailSession() + ",from=session@example.com)",
                    "/subsystem=mail/mail-session=shop/server=smtp"
                            + ":add(outbound-socket-binding-ref=shop-smtp,username=shop,password=of-the-shop)",
                    "reload");
            return WildFlyServer.startConfigured(name, commands, applications);
        }

        @Override
        String mailSession() {
            return "java:jboss/mail/shop";
        }

        @Override
        ServerProcess startWithAccessLog(String name, List<? extends Archive<?>> applications) throws IOException {
            return WildFlyServer.startConfigured(
                    name, List.of(AccessLog.documented("/subsystem=undertow")), applications);
        }

        @Override
        Path accessLogs(String name) throws IOException {
            return ServerProcess.directory(name).resolve("log");
        }
    },
    /** With {@code integrated-jaspi=false}. */
    WILDFLY_CONFIGURED {
        @Override
        String add(TestDataSource dataSource, WebArchive application) {
            return WildFlyDataSource.add(dataSource, application);
        }
    },
    LIBERTY {
        @Override
        String add(TestDataSource dataSource, WebArchive application) {
            return dataSource.definition("");
        }

        /** Its data sources see the drivers of the server alone. */
        @Override
        void addDriver(WebArchive application) {}

        @Override
        ServerProcess start(String name, List<? extends Archive<?>> applications) throws IOException {
            return LibertyServer.start(name, applications);
        }

        @Override
        ServerProcess startWithHealth(String name, List<? extends Archive<?>> applications) throws IOException {
            return LibertyServer.start(name, HEALTH, applications);
        }

        @Override
        ServerProcess startWithMail(String name, List<? extends Archive<?>> applications) throws IOException {
            return LibertyServer.start(name, MAIL, applications);
        }

        @Override
        ServerProcess startWithSession(String name, int mailPort, List<? extends Archive<?>> applications)
                throws IOException {
            String session = """
                    <mailSession mailSessionID="shop" jndiName="%s" description="shop" host="127.0.0.1" from="session@example.com"
                        user="shop" password="of-the-shop">
                      <property name="mail.smtp.port" value="%d" />
                      <property name="mail.smtp.auth" value="true" />
                    </mailSession>
                    """.formatted(mailSession(), mailPort);
            return LibertyServer.start(name, MAIL + session, applications);
        }

        @Override
        ServerProcess startWithAccessLog(String name, List<? extends Archive<?>> applications) throws IOException {
            String endpoint = "<httpEndpoint id=\"defaultHttpEndpoint\">%s</httpEndpoint>";
            return LibertyServer.start(name, endpoint.formatted(AccessLog.documented("<accessLogging")), applications);
        }

        @Override
        Path accessLogs(String name) throws IOException {
            return ServerProcess.directory(name).resolve("servers/variants/logs");
        }

        @Override
        boolean hasMail() {
            return false;
        }

        @Override
        boolean takesMarkedForRollbackForNoTransaction() {
            return true;
        }
    };

    private static final String HEALTH = "<featureManager><feature>mpHealth-4.0</feature></featureManager>";
    private static final String MAIL = "<featureManager><feature>mail-2.1</feature></featureManager>";
    private static final TestServer CURRENT =
            valueOf(System.getProperty("durin.it.server").replace('-', '_').toUpperCase(Locale.ROOT));

    static TestServer current() {
        return CURRENT;
    }

    /**
     * Gives the application a data source.
     *
     * @return what its {@code web.xml} must have for it
     */
    abstract String add(TestDataSource dataSource, WebArchive application);

    /** Whether Jakarta Security and what {@code web.xml} protects know the caller of a token. */
    boolean takesCallers() {
        return true;
    }

    /** Whether Jakarta Security knows the caller's roles; one server asks a part of Java that Java 24 disabled. */
    boolean knowsRoles() {
        return takesCallers();
    }

    /** Whether observers of a transaction's end are called at once when another observer has doomed it before. */
    boolean takesMarkedForRollbackForNoTransaction() {
        return false;
    }

    /** The servlet that web.xml may name for an application of JAX-RS, where that takes no more than naming it. */
    Optional<String> restServlet() {
        return Optional.empty();
    }

    /** Starts another one, with applications of a test's own. */
    ServerProcess start(String name, List<? extends Archive<?>> applications) throws IOException {
        throw new IllegalStateException(this + " is started for the whole suite alone");
    }

    /** Starts another one that has MicroProfile Health. */
    ServerProcess startWithHealth(String name, List<? extends Archive<?>> applications) throws IOException {
        return start(name, applications);
    }

    /** Starts another one that has Jakarta Mail. */
    ServerProcess startWithMail(String name, List<? extends Archive<?>> applications) throws IOException {
        return start(name, applications);
    }

    /**
     * Starts another one that defines a session of Jakarta Mail itself: with a login of shop, from session@example.com, to this
     * port.
     */
    ServerProcess startWithSession(String name, int mailPort, List<? extends Archive<?>> applications)
            throws IOException {
        throw new IllegalStateException(this + " is started for the whole suite alone");
    }

    /** Starts another one that keeps an access log, as {@code docs/scoped-tokens.md} has it be written. */
    ServerProcess startWithAccessLog(String name, List<? extends Archive<?>> applications) throws IOException {
        throw new IllegalStateException(this + " is started for the whole suite alone");
    }

    /** Where that is; its files' names are the server's affair. */
    Path accessLogs(String name) throws IOException {
        throw new IllegalStateException(this + " is started for the whole suite alone");
    }

    /** The JNDI name of that session. */
    String mailSession() {
        return "mail/shop";
    }

    /** Whether Jakarta Mail is there unasked. */
    boolean hasMail() {
        return true;
    }

    /** Gives the application a driver of its own. */
    void addDriver(WebArchive application) {
        application.addAsLibraries(new File(System.getProperty("durin.driver")));
    }
}
