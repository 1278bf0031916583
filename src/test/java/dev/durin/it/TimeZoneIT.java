package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server in New York, where one hour of March does not exist and one of November comes twice. */
@Tag("own-server")
class TimeZoneIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "newyork";

    private static PayaraServer server;

    private final Api api = server.api(NAME);

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        server = PayaraServer.start(
                "time-zone",
                "America/New_York",
                List.of(
                        Deployments.application(NAME, Deployments.settings(Map.of()), DATABASE.url(NAME)),
                        Deployments.application(
                                "written",
                                Deployments.settings(Map.of("durin.expiry.format", "yyyy-MM-dd HH:mm:ss XXX")),
                                DATABASE.url(NAME))));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NAME, "DELETE FROM durin_token");
    }

    /** Each side of the changes, and the hours that local time jumps over or has twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-08T06:30:00Z",
                "2026-03-08T06:59:59.999Z",
                "2026-03-08T07:00:00Z",
                "2026-03-08T07:30:00Z",
                "2026-11-01T05:30:00Z",
                "2026-11-01T05:59:59.999Z",
                "2026-11-01T06:00:00Z",
                "2026-11-01T06:30:00Z"
            })
    void expiryAtAChangeOfTheClocksThenExact(String text) {
        Instant expiry = Instant.parse(text);
        stopTime(expiry.minus(Duration.ofDays(1)));

        Answer login = api.login("alice", "web");

        assertThat(login.json().getString("expiry")).isEqualTo(text);
        assertThat(DATABASE.rowsOf(NAME, "SELECT expiry FROM durin_token"))
                .isEqualTo(List.of(List.of(String.valueOf(expiry.toEpochMilli()))));
        stopTime(expiry.minusMillis(1));
        assertThat(api.get("api/auth/sessions", login.token())
                        .array()
                        .getJsonObject(0)
                        .getString("expiry"))
                .isEqualTo(text);
        stopTime(expiry);
        assertThat(api.get("api/who/authenticated", login.token()).status()).isEqualTo(401);
        assertThat(DATABASE.rowsOf(NAME, "SELECT id FROM durin_token")).isEmpty();
    }

    /** Both expire at half past one. */
    @Test
    void tokensThatExpireInTheHourThatComesTwiceThenAnHourApart() {
        stopTime(Instant.parse("2026-10-31T05:30:00Z"));
        String first = api.token("alice", "web");
        stopTime(Instant.parse("2026-10-31T06:30:00Z"));
        String second = api.token("alice", "web");

        stopTime(Instant.parse("2026-11-01T05:30:00Z"));
        api.postForm("api/test/purge", Map.of("value", ""));

        assertThat(api.get("api/who/authenticated", first).status()).isEqualTo(401);
        stopTime(Instant.parse("2026-11-01T06:29:59.999Z"));
        assertThat(api.get("api/who/authenticated", second).status()).isEqualTo(200);
        stopTime(Instant.parse("2026-11-01T06:30:00Z"));
        assertThat(api.get("api/who/authenticated", second).status()).isEqualTo(401);
    }

    @Test
    void renewalOverAChangeOfTheClocksThenTwentyFourHours() {
        stopTime(Instant.parse("2026-03-07T20:00:00Z"));
        String token = api.token("alice", "web");
        stopTime(Instant.parse("2026-03-08T01:30:00Z"));

        assertThat(api.post("api/auth/refresh", token).json().getString("expiry"))
                .isEqualTo("2026-03-09T01:30:00Z");
    }

    @Test
    void expiryWithAPatternThenStillInUtc() {
        Api written = server.api("written");
        written.postForm("api/test/stop-time", Map.of("value", "2026-10-31T05:30:00Z"));

        assertThat(written.login("alice", "web").json().getString("expiry")).isEqualTo("2026-11-01 05:30:00 Z");
    }

    private void stopTime(Instant at) {
        api.postForm("api/test/stop-time", Map.of("value", at.toString()));
    }
}
