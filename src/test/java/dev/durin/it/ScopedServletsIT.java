package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Outside of JAX-RS, where the mechanism judges the container's path. */
@Tag("entry-mechanism")
@Tag("smoke")
class ScopedServletsIT extends ScopedTest {

    @Test
    void servletThatIsOpenToAllThenTheCallerIsKnownOnlyWhereAllowed() {
        assertThat(get("free/who", scoped("GET /free/who")).body()).isEqualTo("alice none true");
        assertThat(get("free/who", scoped("GET /free")).body()).isEqualTo("alice none true");
        assertThat(get("free/who", scoped("GET /secured")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("GET /fre")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("POST /free/who")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("call invoice")).body()).isEqualTo("null none false");
        assertThat(get("free/who", scoped("call invoice", "GET /free")).body()).isEqualTo("alice none true");
    }

    @Test
    void protectedByTheContainerThenLetInOnlyWhereAllowed() {
        boolean taken = TestServer.current().takesCallers();

        assertThat(get("secured/who", scoped("GET /secured/who")).status()).isEqualTo(taken ? 200 : 500);
        for (String scope : new String[] {"GET /free", "call invoice", "GET /secured/whoever", "POST /secured/who"}) {
            Answer answer = get("secured/who", scoped(scope));
            assertThat(answer.status()).as(scope).isEqualTo(403);
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("TmpToken realm=\"api\", error=\"insufficient_scope\"");
        }
        assertThat(get("secured/who", "bad").status()).isEqualTo(401);
    }

    @Test
    void resourceMethodThenTheContainerKnowsTheCaller() {
        Scoped token = scopedOf("alice", "GET /api/who/everywhere");

        assertThat(get("api/who/everywhere", token).body())
                .isEqualTo("alice alice alice user:truetrue admin:falsefalse");
    }
}
