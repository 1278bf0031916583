package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How many live tokens of a client a caller may have. Those of all clients together: see {@link LimitsOfAllIT}. B4.39 */
class LimitsIT extends ServerTest {

    private static final String REFUSAL =
            "There may be no more than 3 sessions of this client at a time." + " End one of them, then log in again.";

    @BeforeEach
    void beginWithoutCallers() {
        database.rows("DELETE FROM durin_caller");
        control("create-client", "partner");
    }

    @AfterEach
    void removeWhatWasMade() {
        database.rows("DELETE FROM durin_token");
        database.rows("DELETE FROM durin_client WHERE declared = FALSE");
    }

    @Test
    void evictOldestWhenOneTooManyThenTheOldestEnds() {
        change("policy NEW,max 3");
        List<String> first = logIn(3);
        assertThat(statuses(first)).as("known from now on").containsOnly(200);
        String oldest = database.rows("SELECT MIN(id) FROM durin_token").get(0).get(0);
        pass(Duration.ofSeconds(1));

        String fourth = api.token("alice", "partner");

        assertThat(statuses(first)).containsExactly(401, 200, 200);
        assertThat(api.get("api/who/authenticated", fourth).status()).isEqualTo(200);
        assertThat(tokenRows()).isEqualTo(3);
        assertThat(events("TokenRevoked"))
                .containsExactly("TokenRevoked[caller=alice, client=partner, tokenId=" + oldest + ", reason=EVICTED]");
        assertThat(events("TokenIssued")).hasSize(4);
    }

    @Test
    void rejectWhenOneTooManyThenRefusedUntilOneHasEnded() {
        change("policy NEW,max 3,at-limit REJECT");
        List<String> first = logIn(3);

        Answer refused = api.login("alice", "partner");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().getString("title")).isEqualTo("Too many sessions");
        assertThat(refused.detail()).isEqualTo(REFUSAL);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Token realm=\"api\"");
        assertThat(statuses(first)).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(3);
        assertThat(events("LoginFailed")).hasSize(1).first().asString().contains("reason=LIMIT");
        assertThat(events("LoginSucceeded")).hasSize(3);
        assertThat(events("TokenRevoked")).isEmpty();

        assertThat(api.post("api/auth/logout", first.get(2)).status()).isEqualTo(204);
        assertThat(api.login("alice", "partner").status()).isEqualTo(200);
    }

    @Test
    void rejectWhenThePasswordIsWrongThenAsEver() {
        change("policy NEW,max 3,at-limit REJECT");
        logIn(3);

        assertThat(api.login("alice", "wrong", "partner").status()).isEqualTo(400);
        assertThat(events("LoginFailed").get(0)).contains("reason=CREDENTIALS");
    }

    @Test
    void limitWhenOtherCallerOrClientThenOfNoConcern() {
        change("policy NEW,max 1,at-limit REJECT");
        logIn(1);

        assertThat(api.login("bob", "partner").status()).isEqualTo(200);
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
        assertThat(api.login("alice", "partner").status()).isEqualTo(403);
    }

    @Test
    void reuseWhenItsTokenIsThereThenAnsweredAndCountedOnce() {
        change("max 1,at-limit REJECT");

        assertThat(api.token("alice", "partner")).isEqualTo(api.token("alice", "partner"));
        assertThat(events("TokenIssued")).hasSize(1);
    }

    @Test
    void reuseWhenItsTokenHasExpiredThenTheNextOneCounts() {
        String reused = api.token("alice", "partner");
        pass(Duration.ofHours(23));
        change("policy NEW,max 2,at-limit REJECT");
        logIn(1);
        pass(Duration.ofHours(1));
        logIn(1);
        change("policy REUSE");

        assertThat(api.login("alice", "partner").status()).isEqualTo(403);
        assertThat(events("TokenExpired")).isEmpty();

        change("at-limit EVICT_OLDEST");
        String token = api.token("alice", "partner");

        assertThat(token).isNotEqualTo(reused);
        assertThat(events("TokenExpired")).hasSize(1);
        assertThat(events("TokenRevoked")).hasSize(1);
        assertThat(tokenRows()).isEqualTo(2);
    }

    @Test
    void expiredTokensThenNotCounted() {
        change("policy NEW,max 3,at-limit REJECT");
        logIn(3);
        pass(Duration.ofDays(1));

        assertThat(api.login("alice", "partner").status()).isEqualTo(200);
        assertThat(tokenRows()).isEqualTo(4);
    }

    /** Nobody could end them to make room: no key makes their text any more. */
    @Test
    void tokensWhoseKeyIsGoneThenNotCounted() {
        change("policy NEW,max 3,at-limit REJECT");
        logIn(3);
        database.rows("UPDATE durin_token SET key_id = '0123456789abcdef'");

        logIn(3);

        assertThat(api.login("alice", "partner").status()).isEqualTo(403);
        assertThat(tokenRows()).isEqualTo(6);
    }

    @Test
    void reuseWhenTheKeyOfItsTokenIsGoneThenTheNextOneCounts() {
        api.token("alice", "partner");
        database.rows("UPDATE durin_token SET key_id = '0123456789abcdef'");
        change("policy NEW,max 2,at-limit REJECT");
        logIn(2);
        change("policy REUSE");

        assertThat(api.login("alice", "partner").status()).isEqualTo(403);
        assertThat(events("TokenRevoked")).isEmpty();

        change("at-limit EVICT_OLDEST");
        assertThat(api.login("alice", "partner").status()).isEqualTo(200);
        assertThat(events("TokenRevoked")).hasSize(2).anyMatch(event -> event.contains("reason=KEY_RETIRED"));
    }

    @Test
    void limitWhenLoweredThenNothingEndsBeforeTheNextLogin() {
        change("policy NEW");
        List<String> tokens = logIn(5);

        change("max 2,at-limit REJECT");

        assertThat(statuses(tokens)).containsOnly(200);
        assertThat(api.login("alice", "partner").status()).isEqualTo(403);
        assertThat(tokenRows()).isEqualTo(5);
        change("at-limit EVICT_OLDEST");
        assertThat(events("TokenRevoked")).isEmpty();

        api.token("alice", "partner");

        assertThat(statuses(tokens)).containsExactly(401, 401, 401, 401, 200);
        assertThat(events("TokenRevoked")).hasSize(4).allMatch(event -> event.contains("reason=EVICTED"));
        assertThat(tokenRows()).isEqualTo(2);
    }

    @Test
    void limitWhenTakenAwayThenAnyNumber() {
        change("policy NEW,max 1,at-limit REJECT");
        logIn(1);

        change("max any");

        logIn(3);
        assertThat(tokenRows()).isEqualTo(4);
    }

    /** It makes no more of them than there were. */
    @Test
    void replaceWhenThereAreTooManyAlreadyThenNotRefused() {
        change("policy REPLACE");
        String replaced = api.token("alice", "partner");
        change("policy NEW");
        logIn(3);
        change("policy REPLACE,max 2,at-limit REJECT");

        assertThat(api.login("alice", "partner").status()).isEqualTo(200);
        assertThat(tokenRows()).isEqualTo(4);
        assertThat(api.get("api/who/authenticated", replaced).status()).isEqualTo(401);

        change("at-limit EVICT_OLDEST");
        assertThat(api.login("alice", "partner").status()).isEqualTo(200);
        assertThat(tokenRows()).isEqualTo(2);
    }

    @Test
    void evictOldestWhenThousandsAreTooManyThenInBatches() {
        change("policy NEW");
        api.token("alice", "partner");
        copyTokens(1_200);
        change("max 3");

        api.token("alice", "partner");

        assertThat(tokenRows()).isEqualTo(3);
        assertThat(events("TokenRevoked")).hasSize(1_199);
    }

    @Test
    void evictOldestWhenAnObserverRollsBackThenNothingHasChanged() {
        change("policy NEW,max 3");
        List<String> tokens = logIn(3);
        control("rolling-back-event", "TokenRevoked");

        assertThat(api.login("alice", "partner").status()).isEqualTo(503);

        assertThat(statuses(tokens)).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(3);
    }

    @Test
    void issueInCodeWhenOneTooManyThenAnExceptionThatSaysSo() {
        change("policy NEW,max 3,at-limit REJECT");
        logIn(3);

        assertThat(control("try-issue", "alice=partner").body())
                .isEqualTo("3 true: A caller may have no more than 3 live tokens of this client at a time");
        assertThat(tokenRows()).isEqualTo(3);
    }

    @Test
    void maxPerCallerWhenNoSuchNumberThenSaysWhichThereAre() {
        assertThat(control("try-limit", "0").body())
                .isEqualTo("maxPerCaller: A limit of tokens is from 1 to 100000, not 0.");
    }

    @Test
    void loginWhenNoLimitHoldsThenNobodyIsLocked() {
        logIn(2);

        assertThat(callerRows()).isZero();
    }

    @RepeatedTest(3)
    void fiftyLoginsAtOnceWhenEvictingThenNeverMoreThanTheLimit() throws Exception {
        change("policy NEW,max 3");

        List<Answer> answers = atOnce(50, n -> api.login("alice", "partner"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(3);
        assertThat(statuses(answers.stream().map(Answer::token).toList()).stream()
                        .filter(status -> status == 200))
                .hasSize(3);
        assertThat(events("TokenIssued")).hasSize(50);
        assertThat(events("TokenRevoked")).hasSize(47);
        assertThat(callerRows()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void fiftyLoginsAtOnceWhenRejectingThenAsManyAsTheLimitPass() throws Exception {
        change("policy NEW,max 3,at-limit REJECT");

        List<Answer> answers = atOnce(50, n -> api.login("alice", "partner"));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 403);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(tokenRows()).isEqualTo(3);
        assertThat(events("LoginFailed")).hasSize(47);
    }

    @RepeatedTest(3)
    void loginsAndLogoutsAtOnceThenNoErrorAndNeverMoreThanTheLimit() throws Exception {
        change("policy NEW,max 3");
        List<String> tokens = logIn(3);

        List<Answer> answers = atOnce(24, n -> switch (n % 4) {
            case 0 -> api.post("api/auth/logout", tokens.get(n / 4 % 3));
            case 1 -> api.post("api/auth/refresh", tokens.get(n / 4 % 3));
            default -> api.login("alice", "partner");
        });

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 401);
        assertThat(tokenRows()).isLessThanOrEqualTo(3);
    }

    /** The rows of callers whose names are neighbours, none of which is there yet. */
    @RepeatedTest(3)
    void firstLoginsOfTwentyCallersThenNoError() throws Exception {
        change("policy NEW,max 1");
        IntStream.range(0, 20).forEach(n -> control("groups", "caller" + n + "=user"));

        List<Answer> answers = atOnce(40, n -> api.login("caller" + n / 2, "partner"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(20);
        assertThat(callerRows()).isEqualTo(20);
    }

    private void change(String changes) {
        control("change-client", "partner=" + changes);
    }

    /** Apart in time, so that it is known which is the oldest. */
    private List<String> logIn(int times) {
        return Stream.generate(() -> {
                    pass(Duration.ofMillis(5));
                    return api.token("alice", "partner");
                })
                .limit(times)
                .toList();
    }

    private List<Integer> statuses(List<String> tokens) {
        return tokens.stream()
                .map(token -> api.get("api/who/authenticated", token).status())
                .toList();
    }

    private long callerRows() {
        return database.count("SELECT COUNT(*) FROM durin_caller");
    }
}
