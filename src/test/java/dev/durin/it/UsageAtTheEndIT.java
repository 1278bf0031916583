package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the uses of tokens that are in memory when a server ends. */
@Tag("host-variants")
class UsageAtTheEndIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final TestDatabase database = Databases.current();

    @Test
    void orderlyStopThenNothingIsLost() throws IOException {
        database.create("stopping");
        try (ServerProcess server = start("stopping", "1d")) {
            String token = server.api("stopping").token("alice", "web");
            for (int use = 0; use < 7; use++) {
                use(server, "stopping", token);
            }
            assertThat(uses("stopping")).as("before the stop").isZero();

            server.stop();
        }

        assertThat(uses("stopping")).isEqualTo(7);
        assertThat(database.rowsOf("stopping", "SELECT COUNT(*) FROM durin_token WHERE last_used IS NOT NULL"))
                .isEqualTo(List.of(List.of("1")));
    }

    @Test
    void killedThenNoMoreThanAnIntervalIsLost() throws IOException {
        database.create("killed");
        try (ServerProcess server = start("killed", "1s")) {
            String token = server.api("killed").token("alice", "web");
            for (int use = 0; use < 3; use++) {
                use(server, "killed", token);
            }
            Instant patience = Instant.now().plus(LONGEST_WAIT);
            while (uses("killed") < 3 && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
            }
            use(server, "killed", token);

            server.kill();
        }

        assertThat(uses("killed")).isBetween(3L, 4L);
    }

    private static void use(ServerProcess server, String application, String token) {
        assertThat(server.api(application).get("api/who/open", token).status()).isEqualTo(200);
    }

    private ServerProcess start(String name, String interval) throws IOException {
        return TestServer.current()
                .start(
                        "usage-" + name,
                        List.of(Deployments.application(
                                name,
                                Deployments.settings(Map.of("durin.last-used.interval", interval)),
                                database.url(name))));
    }

    private long uses(String name) {
        return Long.parseLong(database.rowsOf(name, "SELECT COALESCE(SUM(uses), 0) FROM durin_usage")
                .get(0)
                .get(0));
    }
}
