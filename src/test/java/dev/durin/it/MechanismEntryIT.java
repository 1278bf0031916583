package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container knows of a caller, where Durin is its authentication mechanism. */
@Tag("entry-mechanism")
@Tag("smoke")
class MechanismEntryIT extends ServerTest {

    private static final String NO_CREDENTIALS = "Authentication credentials were not provided.";

    @Test
    void callWhenGoodTokenThenServletsAndResourcesKnowTheCaller() {
        String token = api.token("alice", "web");

        assertThat(api.get("api/who/everywhere", token).body())
                .isEqualTo("alice alice alice user:truetrue admin:falsefalse");
        assertThat(api.get("free/who", token).body()).isEqualTo("alice web true");
        assertThat(api.get("free/who").body()).isEqualTo("null none false");
    }

    /** Of the request; the token stays as it is. */
    @Test
    void callWhenTheApplicationLogsOutThenTheRequestKnowsNobodyAnyMore() {
        assertThat(api.get("free/logout", api.token("alice", "web")).body()).isEqualTo("null web false");
    }

    @Test
    void callWhenGoodTokenThenJakartaSecurityKnowsTheCallerWhereTheServerTakesOne() {
        TestServer server = TestServer.current();

        Answer answer = api.get("api/who/jakarta-security", api.token("alice", "web"));

        assertThat(answer.body())
                .isEqualTo((server.takesCallers() ? "alice" : "anonymous") + " user:" + server.knowsRoles()
                        + " admin:false");
    }

    @Test
    void callWhenAnEnterpriseBeanDemandsARoleThenLetInOnlyWhereTheServerTakesTheCaller() {
        assertThat(api.get("api/who/enterprise-bean-role", api.token("alice", "web"))
                        .body())
                .isEqualTo(TestServer.current().takesCallers() ? "for users" : "refused");
        assertThat(api.get("api/who/enterprise-bean-role").body()).isEqualTo("refused");
    }

    @Test
    void callWhenProtectedByTheContainerThenLetInOnlyWhereTheServerTakesTheCaller() {
        Answer answer = api.get("secured/who", api.token("alice", "web"));

        if (TestServer.current().takesCallers()) {
            assertThat(answer.body()).isEqualTo("alice web true");
            assertThat(log()).doesNotContain("does not take the caller");
        } else {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.detail())
                    .isEqualTo(
                            "The token is good, but the server is not configured to take its caller. Its log says how"
                                    + " to mend that.");
            assertThat(log())
                    .contains("/subsystem=undertow/application-security-domain=other"
                            + ":write-attribute(name=integrated-jaspi,value=false)");
        }
    }

    @Test
    void callWhenProtectedByTheContainerThenItsAnswerIsJson() {
        Answer answer = api.get("secured/who");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).isEqualTo(NO_CREDENTIALS);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token realm=\"api\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token abc", "Token a b", "Token"})
    void callWhenProtectedByTheContainerAndTheTokenIsBadThen401(String header) {
        Answer answer = api.send(api.request("secured/who").header("Authorization", header));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.detail()).startsWith("Invalid token");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Token realm=\"api\", error=\"invalid_token\""); // B2.12
    }

    @Test
    void callWhenProtectedByTheContainerAndTheGroupIsGoneThenNotLetIn() {
        String token = api.token("alice", "web");

        control("groups", "alice=");

        assertThat(api.get("secured/who", token).status())
                .isEqualTo(TestServer.current().takesCallers() ? 403 : 500);
    }

    @Test
    void callWhenProtectedByTheContainerAndTheDatabaseIsAwayThen503() {
        String token = api.token("alice", "web");

        database.stop();
        try {
            Answer answer = api.get("secured/who", token);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.detail()).isEqualTo("The service is temporarily unavailable. Please try again later.");
        } finally {
            database.start();
        }
    }
}
