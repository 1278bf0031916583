package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When tokens were used last and how often, gathered in memory and written when the test says so. B12.97 */
@Tag("smoke")
class UsageIT extends ServerTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Test
    void useThenShownToItsOwnerAtOnceAndWrittenLater() {
        stopTime(NOON);
        String web = api.token("alice", "web");
        String mobile = api.token("alice", "mobile");
        stopTime(NOON.plusSeconds(5));
        use(web, "curl/8.5");
        stopTime(NOON.plusSeconds(7));

        List<JsonObject> sessions = sessions(mobile);

        assertThat(sessions.get(0).getString("last_used")).isEqualTo("2026-11-20T12:00:05Z");
        assertThat(sessions.get(0).getString("last_address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(sessions.get(0).getString("last_user_agent")).isEqualTo("curl/8.5");
        assertThat(sessions.get(1).getString("last_used")).isEqualTo("2026-11-20T12:00:07Z");
        assertThat(lastUsed()).containsExactly(null, null);
        control("write-uses", "");
        assertThat(lastUsed())
                .containsExactly(
                        String.valueOf(NOON.plusSeconds(5).toEpochMilli()),
                        String.valueOf(NOON.plusSeconds(7).toEpochMilli()));
        assertThat(sessions(mobile).get(0)).isEqualTo(sessions.get(0));
    }

    @Test
    void loginAloneThenNoUse() {
        api.token("alice", "web");
        control("write-uses", "");

        assertThat(lastUsed()).containsExactly((String) null);
        assertThat(database.count("SELECT COUNT(*) FROM durin_usage")).isZero();
        JsonObject other = sessions(api.token("alice", "mobile")).get(0);
        assertThat(other.isNull("last_used")).isTrue();
        assertThat(other.getString("last_address")).isEmpty();
        assertThat(other.getString("last_user_agent")).isEmpty();
    }

    @Test
    void userAgentThatIsTooLongThenCut() {
        String token = api.token("alice", "web");
        use(token, "a".repeat(300));

        control("write-uses", "");

        assertThat(database.rows("SELECT last_user_agent FROM durin_token").get(0))
                .containsExactly("a".repeat(256));
    }

    /** Codes that are no token, and tokens that are not good, are no use. */
    @Test
    void refusedThenNoUse() {
        String ended = api.token("alice", "web");
        api.post("api/auth/logout", ended);
        control("write-uses", "");
        database.rows("DELETE FROM durin_usage");
        api.get("api/who/authenticated", ended);
        api.get("api/who/authenticated", "0".repeat(64));
        api.get("api/who/open");

        control("write-uses", "");

        assertThat(database.count("SELECT COUNT(*) FROM durin_usage")).isZero();
    }

    /** Both with what is known in memory and without. */
    @Test
    void authenticatedRequestsThenNothingIsWritten() throws Exception {
        String token = api.token("alice", "web");
        try (Connection other = database.connect(TestDatabase.MAIN);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(database.againstWriting());

            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
            control("forget", "alice");
            assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(200);
            assertThat(database.waiting()).isZero();

            CompletableFuture<Answer> writing = CompletableFuture.supplyAsync(() -> control("write-uses", ""));
            awaitWaiting("so that this test would have told of a write");
            other.rollback();
            writing.join();
        }
        assertThat(uses()).isEqualTo(3);
    }

    @Test
    void requestsAtOnceWithOneTokenThenEachCountedAndNoneWaits() throws Exception { // B12.98
        stopTime(NOON);
        String token = api.token("alice", "web");
        // The day's row is there before anybody watches: H2 shows a statement that inserts, not whether it waits.
        use(token, "first");
        control("write-uses", "");
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong waiting = new AtomicLong();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                control("write-uses", "");
            }
        });
        CompletableFuture<Void> watcher = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                waiting.accumulateAndGet(database.waiting(), Math::max);
            }
        });

        List<Answer> answers = atOnce(256, n -> api.get("api/who/authenticated", token));
        done.set(true);
        CompletableFuture.allOf(writer, watcher).join();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(waiting).hasValue(0);
        control("write-uses", "");
        assertThat(uses()).isEqualTo(257);
    }

    /** Another node may have seen a later use, and has written it already. */
    @Test
    void laterUseOnAnotherNodeThenKept() {
        stopTime(NOON);
        String token = api.token("alice", "web");
        use(token, "here");
        database.rows("UPDATE durin_token SET last_used = " + NOON.plusMillis(1).toEpochMilli()
                + ", last_user_agent = 'elsewhere'");

        control("write-uses", "");

        assertThat(database.rows("SELECT last_user_agent FROM durin_token").get(0))
                .containsExactly("elsewhere");
        stopTime(NOON.plusMillis(2));
        use(token, "here");
        control("write-uses", "");
        assertThat(database.rows("SELECT last_user_agent FROM durin_token").get(0))
                .containsExactly("here");
    }

    /** It stands in the same row. */
    @Test
    void tokenThatReplacesAnotherThenWithoutItsLastUse() {
        stopTime(NOON);
        use(api.token("alice", "kiosk"), "first");
        control("write-uses", "");
        assertThat(lastUsed()).containsExactly(String.valueOf(NOON.toEpochMilli()));
        use(api.token("alice", "kiosk"), "second");
        String third = api.token("alice", "kiosk");
        assertThat(lastUsed()).containsExactly((String) null);

        control("write-uses", "");

        assertThat(lastUsed()).containsExactly((String) null);
        use(third, "third");
        assertThat(sessions(third).get(0).getString("last_used")).isEqualTo(NOON.toString());
    }

    /** A provider may write a whole row for one column of it. */
    @Test
    void renewalThenLastUseStays() {
        stopTime(NOON);
        String token = api.token("alice", "mobile");
        use(token, "curl");
        control("write-uses", "");

        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(200);
        assertThat(api.token("alice", "mobile")).isEqualTo(token);

        assertThat(lastUsed()).containsExactly(String.valueOf(NOON.toEpochMilli()));
    }

    @Test
    void countThatAnotherNodeMakesMeanwhileThenAddedTo() throws Exception {
        stopTime(NOON);
        use(api.token("alice", "web"), "curl");
        long client = database.count("SELECT id FROM durin_client WHERE name = 'web'");
        try (Connection other = database.connect(TestDatabase.MAIN);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO durin_usage (caller, client_id, epoch_day, uses) VALUES ('alice', " + client
                    + ", " + LocalDate.ofInstant(NOON, ZoneOffset.UTC).toEpochDay() + ", 5)");
            CompletableFuture<Answer> writing = CompletableFuture.supplyAsync(() -> control("write-uses", ""));
            awaitWaiting("so that the row is made after this node has looked for it");

            other.commit();

            writing.join();
        }
        assertThat(uses()).isEqualTo(6);
    }

    @Test
    void usesThenByDayInUtcAndTheMostOnTop() {
        stopTime(Instant.parse("2026-11-20T23:59:59.999Z"));
        String alice = api.token("alice", "web");
        String bob = api.token("bob", "cli");
        use(alice, "curl");
        use(bob, "curl");
        use(bob, "curl");
        stopTime(Instant.parse("2026-11-21T00:00:00Z"));
        use(alice, "curl");
        use(alice, "curl");
        use(alice, "curl");
        control("write-uses", "");

        assertThat(control("uses", "2026-11-20=2026-11-21").body().lines())
                .containsExactly(
                        "DailyUses[caller=bob, client=cli, day=2026-11-20, count=2]",
                        "DailyUses[caller=alice, client=web, day=2026-11-20, count=1]",
                        "DailyUses[caller=alice, client=web, day=2026-11-21, count=3]");
        assertThat(control("most-uses", "2026-11-20=2026-11-21=10").body().lines())
                .containsExactly(
                        "TotalUses[caller=alice, client=web, count=4]", "TotalUses[caller=bob, client=cli, count=2]");
        assertThat(control("most-uses", "2026-11-20=2026-11-20=1").body().lines())
                .containsExactly("TotalUses[caller=bob, client=cli, count=2]");
    }

    /** The tokens of one caller and client are counted together, also after they have ended. */
    @Test
    void usesOfSeveralTokensThenTheirSum() {
        stopTime(NOON);
        String one = api.token("alice", "web");
        use(one, "curl");
        api.post("api/auth/logout", one);
        use(api.token("alice", "web"), "curl");
        control("write-uses", "");
        use(api.token("alice", "web"), "curl");
        control("write-uses", "");

        assertThat(database.count("SELECT COUNT(*) FROM durin_usage")).isEqualTo(1);
        assertThat(uses()).isEqualTo(4);
    }

    @Test
    void usesOfManyTokensThenAllWrittenInBatches() {
        use(api.token("alice", "web"), "curl");
        control("write-uses", "");
        database.rows("DELETE FROM durin_usage");
        for (int caller = 0; caller < 600; caller++) {
            String token = control("issue", "caller" + caller).body();
            assertThat(api.get("api/who/open", token).status()).isEqualTo(200);
        }

        control("write-uses", "");

        assertThat(database.count("SELECT COUNT(*) FROM durin_token WHERE last_used IS NOT NULL"))
                .isEqualTo(601);
        assertThat(database.count("SELECT COUNT(*) FROM durin_usage WHERE uses = 1"))
                .isEqualTo(600);
    }

    @Test
    void usesWhenTheDatabaseIsAwayThenKeptAndWrittenWithWhatComesAfter() {
        stopTime();
        String token = api.token("alice", "web");
        use(token, "before");
        database.stop();
        try {
            assertThat(api.postForm("api/test/write-uses", Map.of("value", "")).status())
                    .isGreaterThanOrEqualTo(500);
            use(token, "while it is away");
        } finally {
            database.start();
        }
        pass(Duration.ofSeconds(1));
        use(token, "after");

        control("write-uses", "");

        assertThat(uses()).isEqualTo(3);
        assertThat(database.rows("SELECT last_user_agent FROM durin_token").get(0))
                .containsExactly("after");
    }

    @Test
    void clientDeletedThenItsCountsAreGoneInBatchesAndNoOthers() {
        control("create-client", "partner");
        long client = database.count("SELECT id FROM durin_client WHERE name = 'partner'");
        database.rows("INSERT INTO durin_usage (caller, client_id, epoch_day, uses) SELECT CAST(x AS VARCHAR(32)), "
                + client + ", 20000, 1 FROM " + database.numbers(1_234));
        use(api.token("alice", "web"), "curl");
        control("write-uses", "");

        control("delete-client", "partner");

        assertThat(database.count("SELECT COUNT(*) FROM durin_usage")).isEqualTo(1);
    }

    @Test
    void purgeThenCountsOlderThanTheSettingAreGone() { // B11.95
        stopTime(Instant.parse("2026-11-20T00:00:00Z"));
        long client = database.count("SELECT id FROM durin_client WHERE name = 'web'");
        long oldest = LocalDate.parse("2026-11-20").minusDays(400).toEpochDay();
        database.rows("INSERT INTO durin_usage (caller, client_id, epoch_day, uses) SELECT CAST(x AS VARCHAR(32)), "
                + client + ", " + (oldest - 1) + ", 1 FROM " + database.numbers(1_234));
        database.rows("INSERT INTO durin_usage (caller, client_id, epoch_day, uses) VALUES ('alice', " + client + ", "
                + oldest + ", 1)");

        control("purge", "");

        assertThat(database.rows("SELECT caller FROM durin_usage")).containsExactly(List.of("alice"));
    }

    private void stopTime(Instant time) {
        control("stop-time", time.toString());
    }

    private void use(String token, String userAgent) {
        Answer answer = api.send(api.request("api/who/authenticated")
                .header("Authorization", "Token " + token)
                .header("User-Agent", userAgent));
        assertThat(answer.status()).isEqualTo(200);
    }

    private List<JsonObject> sessions(String token) {
        return api.get("api/auth/sessions", token).array().getValuesAs(JsonObject.class);
    }

    private List<String> lastUsed() {
        return database.rows("SELECT last_used FROM durin_token ORDER BY created, id").stream()
                .flatMap(List::stream)
                .toList();
    }

    private long uses() {
        return database.count("SELECT COALESCE(SUM(uses), 0) FROM durin_usage");
    }

    private void awaitWaiting(String why) {
        Instant patience = Instant.now().plus(LONGEST_WAIT);
        while (database.waiting() == 0) {
            assertThat(Instant.now()).as(why).isBefore(patience);
            Thread.onSpinWait();
        }
    }
}
