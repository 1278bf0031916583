package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests a caller may make with the tokens of a client. B8.72, B8.73, B8.74, B8.77 */
class RateLimitsIT extends ScopedTest {

    private static final String WHO = "api/who/authenticated";

    @BeforeEach
    void makeClient() {
        control("create-client", "counted");
        control("stop-time", "2027-01-01T00:00:00Z");
    }

    @AfterEach
    void removeClient() {
        control("delete-client", "counted");
    }

    private String token(String caller, String rate) {
        control("rate", "counted=" + rate);
        return api.token(caller, "counted");
    }

    private List<Integer> statuses(int count, String token) {
        List<Integer> statuses = new ArrayList<>();
        for (int request = 0; request < count; request++) {
            statuses.add(api.get(WHO, token).status());
        }
        return statuses;
    }

    @Test
    void requestThenSaysWhatIsLeft() {
        Answer answer = api.get(WHO, token("alice", "3/m"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"requests\";q=3;w=60");
        assertThat(answer.header("RateLimit")).isEqualTo("\"requests\";r=2;t=60");
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void requestWhenAFilterOfTheApplicationAddsAFieldThenBothAreTold() {
        Answer answer = api.send(api.request(WHO)
                .header("Authorization", "Token " + token("alice", "3/m"))
                .header("Test-Add-RateLimit", "\"disk\";r=7;t=60"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers("RateLimit"))
                .anyMatch(field -> field.contains("\"requests\";r=2;t=60"))
                .anyMatch(field -> field.contains("\"disk\";r=7;t=60"));
    }

    @Test
    void requestBeyondTheRateThen429WithTheTimeToWait() {
        String token = token("alice", "2/m");
        assertThat(statuses(2, token)).containsOnly(200);
        control("stop-time", "2027-01-01T00:00:59.001Z");

        Answer refused = api.get(WHO, token);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.detail()).isEqualTo("Request was throttled. Expected available in 1 second.");
        assertThat(refused.json().getString("type")).isEqualTo("tag:durin.dev,2026:problem/quota-exceeded");
        assertThat(refused.header("RateLimit")).isEqualTo("\"requests\";r=0;t=1");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void requestBeyondTheRateWhenAnObserverFailsThenRefusedAllTheSame() {
        String token = token("alice", "1/m");
        control("failing-event", "RateLimited");

        assertThat(statuses(2, token)).containsExactly(200, 429);
    }

    @Test
    void refusedThenThatDoesNotCount() {
        String token = token("alice", "1/m");
        assertThat(statuses(5, token)).containsExactly(200, 429, 429, 429, 429);

        control("stop-time", "2027-01-01T00:01:00Z");

        assertThat(statuses(2, token)).containsExactly(200, 429);
    }

    @Test
    void otherPathsAndMethodsThenOneBudget() {
        String token = token("alice", "4/m");

        assertThat(api.get("api/auth/sessions", token).status()).isEqualTo(200);
        assertThat(api.call("HEAD", WHO, token).status()).isEqualTo(200);
        assertThat(api.call("OPTIONS", "api/auth/refresh", token).status()).isEqualTo(200);
        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(200);

        assertThat(api.get(WHO, token).status()).isEqualTo(429);
        assertThat(api.get("api/auth/refresh", token).status())
                .as("before the method is looked at")
                .isEqualTo(429);
    }

    @Test
    void newLoginThenTheSameBudget() {
        String token = token("alice", "2/m");
        assertThat(api.post("api/auth/logout", token).status()).isEqualTo(204);

        assertThat(statuses(2, token("alice", "2/m"))).containsExactly(200, 429);
    }

    @Test
    void otherCallerOrOtherClientThenAnotherBudget() {
        String alice = token("alice", "1/m");
        assertThat(statuses(2, alice)).containsExactly(200, 429);

        assertThat(statuses(2, token("bob", "1/m"))).containsExactly(200, 429);
        assertThat(statuses(3, api.token("alice", "web"))).containsOnly(200);
    }

    /** B8.73: a scoped token is another way to use the one that it was made with, and no way around its rate. */
    @Test
    void scopedTokenThenTheBudgetOfTheOneThatItWasMadeWith() {
        String token = token("alice", "2/m");
        Scoped scoped = scoped("GET /api/who", "parent " + token);

        assertThat(api.get(WHO, token).status()).isEqualTo(200);
        assertThat(get(WHO, scoped).status()).isEqualTo(200);
        assertThat(get(WHO, scoped).status()).isEqualTo(429);
        assertThat(api.get(WHO, token).status()).isEqualTo(429);
    }

    @Test
    void refusedByAGuardThenNotCounted() {
        String token = token("alice", "1/m");

        assertThat(api.get("api/who/only-web", token).status()).isEqualTo(403);
        assertThat(api.get("api/who/admin", token).status()).isEqualTo(403);
        assertThat(api.get(WHO, "0".repeat(64)).status()).isEqualTo(401);

        assertThat(statuses(2, token)).containsExactly(200, 429);
    }

    @Test
    void preflightThenNotCounted() {
        String token = token("alice", "1/m");

        Answer preflight = api.send(api.request("api/auth/sessions")
                .header("Authorization", "Token " + token)
                .header("Origin", "https://web.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(statuses(2, token)).containsExactly(200, 429);
    }

    @Test
    void rateChangedThenItHoldsForTheNextRequest() {
        String token = token("alice", "1/m");
        assertThat(statuses(2, token)).containsExactly(200, 429);

        control("rate", "counted=3/m");
        assertThat(statuses(3, token)).containsExactly(200, 200, 429);

        control("rate", "counted=");
        assertThat(statuses(5, token)).containsOnly(200);
        assertThat(api.get(WHO, token).header("RateLimit")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20/m", "300/h"})
    void sixtyFourAtOnceThenExactlySoManyPass(String rate) throws Exception {
        String token = token("alice", rate);
        int most = Integer.parseInt(rate.split("/", -1)[0]);
        List<Integer> statuses = sixtyFourAtOnce(() -> statuses(6, token)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(most);
    }

    private static <T> List<T> sixtyFourAtOnce(Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(64);
        Callable<T> atOnce = () -> {
            start.await();
            return call.call();
        };
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(64, atOnce))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** By hand: Durin refuses it. Whoever has tokens of the client can still list and end them. */
    @Test
    void rateInTheTableThatIsNoneThenUnavailableAndTokensCanBeEnded() {
        String token = token("alice", "1/m");
        String other = api.token("alice", "web");
        database.rows("UPDATE durin_client SET throttle_rate = 'abc' WHERE name = 'counted'");

        assertThat(api.get(WHO, token).status()).isEqualTo(503);
        assertThat(log())
                .contains("The row of the client \"counted\" in durin_client cannot be used: a rate is a number");
        assertThat(api.get("api/auth/sessions", other).array()).hasSize(2);
        assertThat(api.post("api/auth/logoutall", other).status()).isEqualTo(204);
        assertThat(tokenRows()).isZero();
        database.rows("UPDATE durin_client SET throttle_rate = NULL WHERE name = 'counted'");
    }

    @Test
    void rateOfAResourceThenItHoldsBesideTheOneForAllRequests() {
        String token = token("alice", "3/m");

        assertThat(api.get("api/limited", token).header("RateLimit"))
                .as("what is least")
                .isEqualTo("\"requests\";r=1;t=60");
        assertThat(api.get("api/limited/second", token).status()).isEqualTo(200);
        Answer refused = api.get("api/limited", token);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"requests\";q=2;w=60");
        assertThat(statuses(2, token)).as("what was refused counts nowhere").containsExactly(200, 429);
    }

    @Test
    void rateOfAMethodThenItsOwnBudgetForEachCallerAndClient() {
        String token = token("alice", "1000/m");

        assertThat(api.get("api/limited/own", token).status()).isEqualTo(200);
        assertThat(api.get("api/limited/own", token).status()).isEqualTo(429);
        assertThat(api.get("api/limited", token).status()).isEqualTo(200);
        assertThat(api.get("api/limited/own", token("bob", "1000/m")).status()).isEqualTo(200);
        assertThat(api.get("api/limited/own", api.token("alice", "kiosk")).status())
                .isEqualTo(200);
    }

    @Test
    void handedOnToAResourceWithARateThenThatHoldsAndTheOthersCountOnce() {
        String token = token("alice", "3/m");

        Answer passed = api.get("free/handing-on", token);
        Answer refused = api.get("free/handing-on", token);

        assertThat(passed.body()).isEqualTo("own");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(statuses(2, token)).as("three in all").containsExactly(200, 429);
    }

    @Test
    void rateOfAResourceForParallelCallersThenExact() throws Exception { // B8.74
        String token = token("alice", "1000/m");

        assertThat(sixtyFourAtOnce(() -> api.get("api/limited", token).status()))
                .filteredOn(status -> status == 200)
                .hasSize(2);
    }

    @Test
    void rateOfAnOpenResourceThenByAddressBehindTrustedProxies() { // B8.75
        assertThat(open("2001:db8:7::1")).isEqualTo(200);
        assertThat(open("2001:db8:7::2")).isEqualTo(200);
        assertThat(open("2001:db8:7::3")).isEqualTo(429);
        assertThat(open("1.2.3.4, 2001:db8:7::3")).isEqualTo(429);
        assertThat(open("2001:db8:7:1::1")).isEqualTo(200);
    }

    private int open(String forwardedFor) {
        return api.send(api.request("api/limited/open").header("X-Forwarded-For", forwardedFor))
                .status();
    }

    @Test
    void tooManyRequestsThenTheEventSaysWhoseTheyAre() { // B11.91
        String token = token("alice", "1/m");
        statuses(2, token);

        assertThat(events("RateLimited"))
                .containsExactly(
                        "RateLimited[kind=REQUESTS, caller=alice, client=counted, remoteAddress=127.0.0.1, rate=1/m,"
                                + " retryAfter=PT1M]");
    }
}
