package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all tests against the deployed application share: each begins without tokens, at the real time. */
@ExtendWith(ArquillianExtension.class)
abstract class ServerTest {

    @ArquillianResource
    private URL url;

    protected Api api;
    protected final TestDatabase database = Databases.current();

    @BeforeEach
    void beginAnew() {
        api = new Api(root());
        database.rows("DELETE FROM durin_token");
        control("write-uses", "");
        database.rows("DELETE FROM durin_usage");
        control("reset", "");
        // What the application knows was found out before; only now does its time stand where it was then, or behind.
        control("read-feed", "");
    }

    /** Where the application is. */
    protected URI root() {
        return URI.create("http://localhost:" + url.getPort() + url.getPath());
    }

    /** Has the application do something that no user may. */
    protected Answer control(String what, String value) {
        Answer answer = api.postForm("api/test/" + what, Map.of("value", value));
        if (answer.status() >= 300) {
            throw new AssertionError(what + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** From now on the application's time moves on only when a test says so. */
    protected void stopTime() {
        control("stop-time", Instant.now().toString());
        // What was confirmed at a later moment than that would not be trusted any more.
        control("read-feed", "");
    }

    /** Moves the application's time on. */
    protected void pass(Duration duration) {
        control("pass", duration.toString());
    }

    /** Has a caller forgotten in a transaction that changes the caller's groups, while the token is in use. */
    protected void forgetInTransaction(String caller, String token) {
        Answer answer = api.postForm("api/test-forgetting", Map.of("caller", caller, "token", token));
        assertThat(answer.body()).isEqualTo("told");
    }

    /** What was announced since the last reset, such as {@code TokenIssued[caller=alice, …]}. */
    protected List<String> events() {
        return control("events", "")
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    protected List<String> events(String type) {
        return events().stream().filter(event -> event.startsWith(type + "[")).toList();
    }

    /** What the server has written into its log files, whose names are the server's affair. */
    protected static String log() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("durin.logs")))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(GrowingFile.text(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected long tokenRows() {
        return database.count("SELECT COUNT(*) FROM durin_token");
    }

    /** Puts copies beside the only token, with numbers for selectors. */
    protected void copyTokens(int count) {
        database.rows("INSERT INTO durin_token (id, selector, key_id, caller, client_id, slot, name, created, expiry,"
                + " login_groups, store_id, caller_dn, caller_unique_id, login_address, login_user_agent)"
                + " SELECT 1000000 + x, LPAD(CAST(x AS VARCHAR(32)), 32, '0'), key_id, caller, client_id,"
                + " LPAD(CAST(x AS VARCHAR(32)), 32, '0'), name, created, expiry, login_groups, store_id, caller_dn,"
                + " caller_unique_id, login_address, login_user_agent FROM durin_token, "
                + database.numbers(count));
    }
}
