package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of a caller where a JAX-RS filter is the entry, of which the container knows nothing. */
@Tag("entry-filter")
@Tag("smoke")
class FilterEntryIT extends ServerTest {

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
