package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Real threads, a real database, repeated. */
class RacesIT extends ServerTest {

    @RepeatedTest(5)
    void fiftyFirstLoginsOfAReuseClientThenOneTextAndOneRow() throws Exception {
        long failuresBefore = failuresOfTheProvider();

        List<Answer> answers = atOnce(50, n -> api.login("alice", "mobile"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::token).distinct()).hasSize(1);
        assertThat(tokenRows()).isEqualTo(1);
        assertThat(events("TokenIssued")).hasSize(1);
        assertThat(failuresOfTheProvider()).as("a lost race is no news").isEqualTo(failuresBefore);
    }

    private static long failuresOfTheProvider() {
        return log().lines().filter(line -> line.contains("EclipseLink-4002")).count();
    }

    @RepeatedTest(3)
    void twentyLoginsWithAnExpiredReuseTokenThenOneNewTextAndOneExpiry() throws Exception {
        String old = api.token("alice", "mobile");
        pass(Duration.ofDays(7));

        List<Answer> answers = atOnce(20, n -> api.login("alice", "mobile"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::token).distinct()).hasSize(1).doesNotContain(old);
        assertThat(tokenRows()).isEqualTo(1);
        assertThat(events("TokenExpired")).hasSize(1);
    }

    @RepeatedTest(3)
    void twentyLoginsOfAReplaceClientThenOneIsLeftAlive() throws Exception {
        List<Answer> answers = atOnce(20, n -> api.login("alice", "kiosk"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::token).distinct()).hasSize(20);
        assertThat(answers.stream()
                        .filter(answer ->
                                api.get("api/who/authenticated", answer.token()).status() == 200))
                .hasSize(1);
        assertThat(tokenRows()).isEqualTo(1);
        assertThat(events("TokenRevoked")).hasSize(19);
    }

    @RepeatedTest(10)
    void logoutAgainstRefreshThenNoErrorAndDeadAfterwards() throws Exception {
        String token = api.token("alice", "web");

        List<Answer> answers = atOnce(8, n -> api.post(n % 2 == 0 ? "api/auth/refresh" : "api/auth/logout", token));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 401);
        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        assertThat(events("TokenRevoked")).hasSize(1);
        assertThat(tokenRows()).isZero();
    }

    @RepeatedTest(10)
    void eightUsesOfOneExpiredTokenThenOneEvent() throws Exception {
        String token = api.token("alice", "web");
        pass(Duration.ofDays(1));

        List<Answer> answers = atOnce(8, n -> api.get("api/who/authenticated", token));

        assertThat(answers).extracting(Answer::status).containsOnly(401);
        assertThat(events("TokenExpired")).hasSize(1);
        assertThat(tokenRows()).isZero();
    }

    @RepeatedTest(5)
    void eightApiAccessRequestsThenOneIsIssued() throws Exception {
        String token = api.token("alice", "web");

        List<Answer> answers = atOnce(8, n -> api.post("api/auth/apiaccess", token));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 400);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }

    /** Whoever has the token of a user who logs out everywhere must not be left with another one. */
    @RepeatedTest(20)
    void apiAccessAgainstLogoutAllThenNothingIsLeft() throws Exception {
        String token = api.token("alice", "web");

        List<Answer> answers = atOnce(4, n -> api.post(n == 0 ? "api/auth/logoutall" : "api/auth/apiaccess", token));

        assertThat(answers.get(0).status()).isEqualTo(204);
        assertThat(answers.subList(1, 4)).extracting(Answer::status).isSubsetOf(201, 400, 401);
        assertThat(tokenRows()).isZero();
    }

    /** It has the same id all the time. */
    @RepeatedTest(20)
    void sessionEndedWhileItIsReplacedThenEnded() throws Exception {
        api.token("alice", "kiosk");
        String id = database.rows("SELECT id FROM durin_token").get(0).get(0);
        String token = api.token("alice", "web");

        List<Answer> answers =
                atOnce(4, n -> n == 0 ? api.delete("api/auth/sessions/" + id, token) : api.login("alice", "kiosk"));

        assertThat(answers.get(0).status()).isEqualTo(204);
        assertThat(answers.subList(1, 4)).extracting(Answer::status).containsOnly(200);
    }

    @RepeatedTest(10)
    void clientDeletedWhileSwitchedOnAndUsedThenEachTokenEndsWithAnEvent() throws Exception {
        control("create-client", "partner");
        api.token("alice", "partner");

        List<Answer> answers = atOnce(8, n -> switch (n) {
            case 0 -> control("delete-client", "partner");
            case 1, 2, 3 -> control("try-enable", "partner");
            default -> api.login(n % 2 == 0 ? "alice" : "bob", "partner");
        });

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400);
        assertThat(database.rows(
                        "SELECT t.id, c.name FROM durin_token t LEFT JOIN durin_client c ON c.id = t.client_id"))
                .isEmpty();
        assertThat(events("TokenRevoked")).hasSameSizeAs(events("TokenIssued"));
    }

    @RepeatedTest(3)
    void logoutAllAgainstLoginsThenNoError() throws Exception {
        String token = api.token("alice", "web");

        List<Answer> answers = atOnce(
                12,
                n -> n == 0
                        ? api.post("api/auth/logoutall", token)
                        : api.login("alice", n % 2 == 0 ? "web" : "mobile"));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
    }

    /** Some read while it is being ended; whoever asks after the answer is refused. B3.19 */
    @RepeatedTest(20)
    void usesWhileLoggedOutThenDeadWithTheNextRequest() throws Exception {
        String token = api.token("alice", "web");
        String end = "api/auth/" + (token.charAt(0) < '8' ? "logout" : "logoutall");

        List<Answer> answers = atOnce(8, n -> {
            if (n == 0) {
                assertThat(api.post(end, token).status()).isEqualTo(204);
            }
            return api.get("api/who/authenticated", token);
        });

        assertThat(answers.get(0).status()).isEqualTo(401);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 401);
        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
    }

    /** The rows of callers whose names are neighbours, none of which is there yet. */
    @RepeatedTest(3)
    void firstLoginsOfTwentyCallersThenNoError() throws Exception {
        IntStream.range(0, 20).forEach(n -> control("groups", "caller" + n + "=user"));

        List<Answer> answers = atOnce(20, n -> api.login("caller" + n, "mobile"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(tokenRows()).isEqualTo(20);
    }

    @RepeatedTest(3)
    void purgesAgainstLoginsAndRenewalsThenOneExpiryForEachToken() throws Exception {
        api.token("alice", "web");
        copyTokens(300);
        pass(Duration.ofDays(1));
        String token = api.token("bob", "mobile");

        List<Answer> answers = atOnce(12, n -> switch (n % 4) {
            case 0 -> control("purge", "");
            case 1 -> api.login("alice", "web");
            case 2 -> api.post("api/auth/refresh", token);
            default -> api.login("bob", "mobile");
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(events("TokenExpired")).hasSize(301);
        assertThat(tokenRows()).isEqualTo(4);
    }
}
