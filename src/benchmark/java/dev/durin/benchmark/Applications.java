package dev.durin.benchmark;

import dev.durin.benchmark.app.AskingResource;
import dev.durin.benchmark.app.AuthenticatedResource;
import dev.durin.benchmark.app.BenchmarkApplication;
import dev.durin.benchmark.app.BenchmarkIdentityStore;
import dev.durin.benchmark.app.Callers;
import dev.durin.benchmark.app.HashMapFilter;
import dev.durin.benchmark.app.HashMapMechanism;
import dev.durin.benchmark.app.HashResource;
import dev.durin.benchmark.app.JwtApplication;
import dev.durin.benchmark.app.MappedCallers;
import dev.durin.benchmark.app.OpenResource;
import dev.durin.benchmark.app.Passwords;
import dev.durin.benchmark.app.RolesResource;
import dev.durin.it.BenchmarkServer;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications: the same resource at {@code api/hello}, guarded in several ways. */
final class Applications {

    /** Whose statements are counted. */
    static final String COUNTED_DATABASE = "durin";

    /** Of the application that asks it at each request. */
    static final String BUSY_DATABASE = "durin_uncached";

    private static final Map<String, String> SETTINGS = Map.of(
            "durin.datasource", "java:app/jdbc/durin",
            "durin.secret-key", BenchmarkServer.SECRET_KEY,
            "durin.clients.web.login-policy", "new",
            "durin.clients.web.token-ttl", "1d",
            // So that no look at the database falls into a round; what one costs is measured on its own.
            "durin.token.cache-timeout", "1d");

    private static final String ROLES = "<security-role><role-name>" + Callers.GROUP + "</role-name></security-role>";

    private final BenchmarkDatabase database;

    Applications(BenchmarkDatabase database) {
        this.database = database;
    }

    WebArchive of(String name) {
        return switch (name) {
            case "unprotected" -> plain(name, "", BenchmarkApplication.class, OpenResource.class);
            case "hash-map" ->
                plain(name, ROLES, BenchmarkApplication.class, AskingResource.class, HashMapMechanism.class);
            case "hash-map-filter" ->
                plain(name, "", BenchmarkApplication.class, AskingResource.class, HashMapFilter.class);
            case "microprofile-jwt" -> jwt(name);
            case "mechanism" -> durin(name, Map.of("durin.entry", "mechanism"), AuthenticatedResource.class);
            case "mechanism-roles" -> durin(name, Map.of("durin.entry", "mechanism"), RolesResource.class);
            case "filter" -> durin(name, Map.of("durin.entry", "filter"), AuthenticatedResource.class);
            case "filter-roles", "filter-scoped" -> durin(name, Map.of("durin.entry", "filter"), RolesResource.class);
            case "filter-uncached" ->
                durin(
                        name,
                        Map.of("durin.entry", "filter", "durin.token.cache-timeout", "0"),
                        AuthenticatedResource.class);
            case "accounts" ->
                durin(
                        name,
                        Map.of(
                                "durin.accounts.enabled", "true",
                                // The first failure makes the next login for the name wait; addresses are not counted.
                                "durin.throttle.failed-logins", "1"),
                        RolesResource.class);
            case "admin" ->
                durin(
                        name,
                        Map.of(
                                "durin.admin.enabled", "true",
                                "durin.admin.callers", Callers.name(0),
                                "durin.accounts.enabled", "true"),
                        RolesResource.class);
            default -> throw new IllegalArgumentException("No such application: " + name);
        };
    }

    private static WebArchive plain(String name, String webXml, Class<?>... classes) {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(Callers.class, MappedCallers.class)
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        BenchmarkServer.addWebXml(archive, webXml);
        return archive;
    }

    private static WebArchive jwt(String name) {
        return settings(
                plain(name, BenchmarkServer.enforcedRoles() + ROLES, JwtApplication.class, RolesResource.class),
                BenchmarkServer.jwtSettings());
    }

    private WebArchive durin(String name, Map<String, String> changes, Class<?> resource) {
        WebArchive archive = plain(
                        name,
                        "",
                        BenchmarkApplication.class,
                        BenchmarkIdentityStore.class,
                        Passwords.class,
                        HashResource.class,
                        resource)
                .addAsLibraries(new File(System.getProperty("durin.jar")));
        BenchmarkServer.addDataSource(archive, database.url(database(name)), "");
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(changes);
        return settings(archive, settings);
    }

    static boolean isDurin(String name) {
        return name.startsWith("filter") || name.startsWith("mechanism");
    }

    /** The database of an application with Durin. */
    static String database(String name) {
        return name.endsWith("-uncached") ? BUSY_DATABASE : COUNTED_DATABASE;
    }

    private static WebArchive settings(WebArchive archive, Map<String, String> settings) {
        String lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return archive.addAsResource(new StringAsset(lines), "META-INF/microprofile-config.properties");
    }
}
