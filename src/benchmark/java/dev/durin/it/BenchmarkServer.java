package dev.durin.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server of this run, as the tests start it, for the benchmarks. */
public final class BenchmarkServer implements AutoCloseable {

    /** Who the applications are at the database. */
    public static final String DATABASE_USER = TestDatabase.USER;

    /** The password of {@link #DATABASE_USER}. */
    public static final String DATABASE_PASSWORD = TestDatabase.PASSWORD;

    /** A key for tokens. */
    public static final String SECRET_KEY = Deployments.SECRET_KEY;

    private final ServerProcess process;

    private BenchmarkServer(ServerProcess process) {
        this.process = process;
    }

    /** The servers to measure in this run: by name, and with what the operator has set beyond what a new server has. */
    public static List<String> variants() {
        return switch (TestServer.current()) {
            case PAYARA -> List.of("payara");
            case WILDFLY, WILDFLY_CONFIGURED -> List.of("wildfly");
            case LIBERTY -> List.of("liberty", "liberty-no-authentication-cache");
        };
    }

    /** Starts one of the {@link #variants()}. */
    public static BenchmarkServer start(String variant, List<WebArchive> applications) throws IOException {
        Files.createDirectories(Path.of(System.getProperty("durin.logs")));
        return new BenchmarkServer(
                switch (variant) {
                    case "payara" -> PayaraServer.start("benchmark-" + variant, applications);
                    // A mechanism that logs callers in needs the setting.
                    case "wildfly" ->
                        WildFlyServer.start(
                                "benchmark-" + variant,
                                List.of("--yaml="
                                        + Path.of("target", "test-classes", "wildfly-configured.yml")
                                                .toAbsolutePath()),
                                applications);
                    default -> LibertyServer.start("benchmark-" + variant, liberty(variant), applications);
                });
    }

    private static String liberty(String variant) {
        return "<featureManager><feature>mpJwt-2.1</feature></featureManager>"
                + (variant.equals("liberty") ? "" : "<authentication cacheEnabled=\"false\" />");
    }

    /** Gives an application a data source, {@code java:app/jdbc/durin}, and what else its {@code web.xml} shall have. */
    public static void addDataSource(WebArchive application, String url, String webXml) {
        TestServer.current().addDriver(application);
        addWebXml(application, TestServer.current().add(new TestDataSource("durin", url), application) + webXml);
    }

    /** Gives an application a {@code web.xml}. */
    public static void addWebXml(WebArchive application, String content) {
        application.setWebXML(new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + content + "</web-app>"));
    }

    /** What {@code web.xml} must have so that the server enforces {@code @RolesAllowed} itself. */
    public static String enforcedRoles() {
        // Liberty would refuse with it before it has looked for a token.
        return TestServer.current() == TestServer.WILDFLY
                ? "<context-param><param-name>resteasy.role.based.security</param-name>"
                        + "<param-value>true</param-value></context-param>"
                : "";
    }

    /** What an application must be told to believe {@link #jsonWebToken}. */
    public static Map<String, String> jwtSettings() {
        Map<String, String> settings = new TreeMap<>(JsonWebTokens.settings());
        // Liberty takes a key for one by these words alone, Payara only without them.
        if (TestServer.current() == TestServer.LIBERTY) {
            settings.computeIfPresent(
                    "mp.jwt.verify.publickey",
                    (name, key) -> "-----BEGIN PUBLIC KEY-----" + key + "-----END PUBLIC KEY-----");
        }
        return settings;
    }

    /** A JSON Web Token that is good for long. */
    public static String jsonWebToken(String caller, String group) {
        return JsonWebTokens.of(Duration.ofDays(1), caller, group);
    }

    /** Where an application is. */
    public URI root(String application) {
        return process.root(application);
    }

    /** The server's own process. */
    public ProcessHandle java() {
        return process.java();
    }

    @Override
    public void close() {
        process.close();
    }
}
