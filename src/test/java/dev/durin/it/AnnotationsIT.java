package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("smoke")
class AnnotationsIT extends ServerTest {

    /** Status without a token, then with a token of web, cli and (as root) web. */
    @ParameterizedTest
    @CsvSource({
        "api/who/open,              200, 200, 200, 200",
        "api/who/authenticated,     401, 200, 200, 200",
        "api/who/only-web,          401, 200, 403, 200",
        "api/who/not-cli,           401, 200, 403, 200",
        "api/who/nobody,            401, 403, 403, 403",
        "api/who/everybody,         401, 200, 200, 200",
        "api/who/both,              401, 200, 403, 200",
        "api/who/admin,             401, 403, 403, 200",
        "api/who/permitted,         200, 200, 200, 200",
        "api/who/denied,            401, 403, 403, 403",
        "api/who/bean,              401, 200, 403, 200",
        "api/who/bean-open,         200, 200, 200, 200",
        "api/who/enterprise-bean,   401, 200, 403, 200",
        "api/who/enterprise-bean-permitted, 401, 200, 403, 200",
        "api/enterprise,            401, 200, 403, 200",
        "api/who/bean-by-interface, 401, 200, 403, 200",
        "api/class-guarded,         401, 200, 403, 200",
        "api/class-guarded/cli,     401, 403, 200, 403",
    })
    void callThenAdmittedAsTheAnnotationsSay(String path, int without, int web, int cli, int rootWeb) {
        Answer anonymous = api.get(path);
        assertThat(anonymous.status()).as("no token: " + anonymous.body()).isEqualTo(without);
        assertThat(api.get(path, api.token("alice", "web")).status()).as("web").isEqualTo(web);
        Answer refused = api.get(path, api.token("alice", "cli"));
        assertThat(refused.status()).as("cli").isEqualTo(cli);
        assertThat(api.get(path, api.token("root", "web")).status()).as("root").isEqualTo(rootWeb);
        if (cli == 403) {
            assertThat(refused.detail()).isEqualTo("You do not have permission to perform this action.");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("WWW-Authenticate"))
                    .isEqualTo("Token realm=\"api\", error=\"insufficient_scope\""); // B2.13
        }
    }
}
