package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients managed in code. */
class ClientsIT extends ServerTest {

    @AfterEach
    void removeWhatWasMade() {
        database.rows("DELETE FROM durin_token");
        database.rows("DELETE FROM durin_client WHERE declared = FALSE");
    }

    @Test
    void createThenUsableAtOnceWithTheDefaults() { // B4.34: a lifetime that nobody has set is finite
        control("create-client", "partner");

        Answer login = api.login("alice", "partner");

        assertThat(login.status()).isEqualTo(200);
        assertThat(left(login)).isLessThanOrEqualTo(Duration.ofDays(1));
        assertThat(database.rows("SELECT token_ttl, login_policy FROM durin_client WHERE name = 'partner'"))
                .containsExactly(List.of("86400000", "REUSE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web       | There is a client with the name "web" already.
            ''        | A client's name must not be blank nor begin or end with a space.
            ' x'      | A client's name must not be blank nor begin or end with a space.
            """)
    void createWhenNameCannotBeUsedThenSaysWhatWouldBeRight(String name, String message) {
        assertThat(control("create-client", name).body()).isEqualTo("name: " + message);
    }

    @Test
    void createWhenNameIsLongThenSaysHowLongItMayBe() {
        assertThat(control("create-client", "x".repeat(65)).body())
                .isEqualTo("name: A client's name has at most 64 characters, not 65.");
        assertThat(control("create-client", "x".repeat(64)).body()).isEmpty();
    }

    @Test
    void changeLifetimeThenItHoldsForTheNextTokenAndRenewalAlone() {
        control("create-client", "partner");
        String token = api.token("alice", "partner");
        String expiry = expiryOf("alice");

        control("lifetime", "partner=PT1H");

        assertThat(expiryOf("alice")).isEqualTo(expiry);
        assertThat(left(api.login("bob", "partner"))).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(left(api.post("api/auth/refresh", token))).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void deleteThenItsTokensEndWithAnEventEachAndNoOthers() {
        control("create-client", "partner");
        String alice = api.token("alice", "partner");
        String bob = api.token("bob", "partner");
        String other = api.token("alice", "mobile");

        assertThat(control("delete-client", "partner").body()).isEqualTo("2");

        assertThat(api.get("api/who/authenticated", alice).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", bob).status()).isEqualTo(401);
        assertThat(api.get("api/who/authenticated", other).status()).isEqualTo(200);
        assertThat(api.login("alice", "partner").detail()).isEqualTo("No client with that name.");
        assertThat(events("TokenRevoked")).hasSize(2).allMatch(event -> event.contains("reason=CLIENT_DELETED"));
    }

    @Test
    void deleteWhenThousandsOfTokensThenInBatches() {
        control("create-client", "partner");
        api.token("alice", "partner");
        copyTokens(1_234);

        assertThat(control("delete-client", "partner").body()).isEqualTo("1235");

        assertThat(tokenRows()).isZero();
        assertThat(events("TokenRevoked")).hasSize(1_235);
    }

    @Test
    void deleteWhenDeclaredByTheConfigurationThenSaysWhatToDo() {
        assertThat(control("delete-client", "web").body()).contains("Remove its keys durin.clients.web. first");
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
    }

    private String expiryOf(String caller) {
        return database.rows("SELECT expiry FROM durin_token WHERE caller = ?", caller)
                .get(0)
                .get(0);
    }

    private static Duration left(Answer answer) {
        return Duration.between(Instant.now(), Instant.parse(answer.json().getString("expiry")));
    }
}
