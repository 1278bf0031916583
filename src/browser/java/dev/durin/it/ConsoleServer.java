package dev.durin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A server with two applications that have the console; started once for all tests, until they end. */
final class ConsoleServer {

    /** The application of most tests, and its database. */
    static final String NAME = "console";

    /** One whose settings differ where the console must heed them, and its database. */
    static final String OTHER = "consoletwo";

    private static final TestDatabase DATABASE = Databases.current();

    private static ConsoleServer started;

    private final ServerProcess server;

    private ConsoleServer(ServerProcess server) {
        this.server = server;
    }

    static synchronized ConsoleServer started() {
        if (started == null) {
            List.of(NAME, OTHER).forEach(DATABASE::create);
            started = start();
        }
        return started;
    }

    private static ConsoleServer start() {
        try {
            Map<String, String> other = Map.of("durin.auth.header-prefixes", "Bearer", "durin.login.policy", "new");
            ServerProcess server = TestServer.current()
                    .start(NAME, List.of(application(NAME, withAccounts()), application(OTHER, other)));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new ConsoleServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebArchive application(String name, Map<String, String> changes) {
        Map<String, String> settings = Deployments.settings(changes);
        settings.putAll(Map.of("durin.admin.enabled", "true", "durin.admin.callers", "alice"));
        return Deployments.application(name, settings, DATABASE.url(name));
    }

    private static Map<String, String> withAccounts() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.accounts.base-url", "https://shop.example/app/api",
                "durin.registration.enabled", "true",
                "durin.registration.confirm", "true",
                "durin.registration.beside-other-stores", "true",
                "durin.registration.rate", "unlimited"));
        settings.putAll(Map.of("durin.mail.host", "localhost", "durin.mail.port", "1"));
        settings.put("durin.mail.from", "shop@shop.example");
        return settings;
    }

    NodeApi node(String application) {
        return new NodeApi(server, application);
    }

    URI root(String application) {
        return server.root(application);
    }

    List<List<String>> rows(String application, String sql) {
        return DATABASE.rowsOf(application, sql);
    }
}
