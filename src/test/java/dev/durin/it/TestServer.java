package dev.durin.it;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
        boolean asksForHealth() {
            return true;
        }

        @Override
        ServerProcess start(String name, List<? extends Archive<?>> applications) throws IOException {
            return PayaraServer.start(name, applications);
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
        ServerProcess startWithMail(String name, List<? extends Archive<?>> applications) throws IOException {
            return LibertyServer.start(
                    name, "<featureManager><feature>mail-2.1</feature></featureManager>", applications);
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

    /** Whether MicroProfile Health is there and asks every application. */
    boolean asksForHealth() {
        return false;
    }

    /** Starts another one, with applications of a test's own. */
    ServerProcess start(String name, List<? extends Archive<?>> applications) throws IOException {
        throw new IllegalStateException(this + " is started for the whole suite alone");
    }

    /** Starts another one that has Jakarta Mail. */
    ServerProcess startWithMail(String name, List<? extends Archive<?>> applications) throws IOException {
        return start(name, applications);
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
