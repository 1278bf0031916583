package dev.durin.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginRequestTest {

    @Test
    void fieldAndHeaderWhenThereThenValueElseEmpty() {
        LoginRequest login =
                new LoginRequest("alice", Map.of("client", "web"), Map.of("user-agent", "curl/8"), "192.0.2.1");

        assertThat(login.field("client")).contains("web");
        assertThat(login.field("Client")).isEmpty();
        assertThat(login.header("user-agent")).contains("curl/8");
        assertThat(login.header("accept")).isEmpty();
    }

    @Test
    void fieldsAndHeadersWhenMapsChangeLaterThenRequestDoesNot() {
        Map<String, String> fields = new HashMap<>(Map.of("client", "web"));
        Map<String, String> headers = new HashMap<>();
        LoginRequest login = new LoginRequest("alice", fields, headers, "");

        fields.put("client", "cli");
        headers.put("x-forwarded-for", "127.0.0.1");

        assertThat(login.field("client")).contains("web");
        assertThat(login.headers()).isEmpty();
    }

    @Test
    void textThenOneLineWithoutValues() { // B11.92
        LoginRequest login = new LoginRequest("al\nice\u0085\u202e", Map.of("pin\n", "1234"), Map.of(), "192.0.2.1");

        assertThat(login).hasToString("LoginRequest[username=al ice  , fields=[pin ], remoteAddress=192.0.2.1]");
    }

    @Test
    void tokenNameThenWithoutSpaceAroundItOrEmpty() {
        LoginRequest named = new LoginRequest("alice", Map.of("token_name", " at home "), Map.of(), "");

        assertThat(named.tokenName()).isEqualTo("at home");
        assertThat(new LoginRequest("alice", Map.of(), Map.of(), "").tokenName())
                .isEmpty();
    }
}
