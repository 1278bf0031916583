package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of a caller where a JAX-RS filter is the entry, of which the container knows nothing. */
@Tag("entry-filter")
@Tag("smoke")
class FilterEntryIT extends ScopedTest {

    @Test
    void callWhenGoodTokenThenJaxRsAndJakartaSecurityKnowTheCaller() {
        String token = api.token("alice", "web");

        assertThat(api.get("api/who/rest-security", token).body()).isEqualTo("alice user:true admin:false");
        assertThat(api.get("api/who/jakarta-security", token).body()).isEqualTo("alice user:true admin:false");
    }

    @Test
    void callWhenAServletAsksThenTheTokenIsKnownButNoCallerToTheContainer() {
        assertThat(api.get("free/who", api.token("alice", "web")).body()).isEqualTo("null web false");
        assertThat(api.get("free/who").body()).isEqualTo("null none false");
    }

    /** The first to ask is whoever looks for the header. */
    @Test
    void callWhenAServletLooksForTheRecipientThenItIsThere() {
        String named = scoped("GET /free", "recipient print shop").text();

        assertThat(recipient("TmpToken " + named)).isEqualTo("REQUEST print shop [print shop] true");
        assertThat(recipient("TmpToken " + scoped("GET /free").text())).isEqualTo("REQUEST null [] false");
        assertThat(recipient(
                        "TmpToken " + scoped("GET /api", "recipient print shop").text()))
                .isEqualTo("REQUEST null [] false");
        assertThat(recipient("Token " + api.token("alice", "web"))).isEqualTo("REQUEST null [] false");
        assertThat(recipient("TmpToken bad")).isEqualTo("REQUEST null [] false");
        assertThat(api.get("free/recipient?TOKEN=" + named).body()).isEqualTo("REQUEST print shop [print shop] true");
    }

    /** To somebody who forges it. */
    private String recipient(String authorization) {
        return api.send(api.request("free/recipient")
                        .header("Authorization", authorization)
                        .header("X-API-Token-Recipient", "forged"))
                .body();
    }

    @Test
    void callWhenAnEnterpriseBeanDemandsARoleThenRefused() {
        assertThat(api.get("api/who/enterprise-bean-role", api.token("alice", "web"))
                        .body())
                .isEqualTo("refused");
    }

    @Test
    void callWhenProtectedByTheContainerThenNotLetIn() {
        Answer answer = api.get("secured/who", api.token("alice", "web"));

        // A path that nobody has a mechanism for: 401, 403, or 500 where the server calls that a fault.
        assertThat(answer.status()).isIn(401, 403, 500);
        assertThat(answer.body()).doesNotContain("alice");
    }
}
