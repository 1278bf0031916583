package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other nodes are told: all that they cannot know by themselves, and no more. */
class RevocationRowsIT extends ServerTest {

    private String token;

    @BeforeEach
    void logIn() {
        token = api.token("alice", "web");
        forgetRows();
    }

    private void forgetRows() {
        database.rows("DELETE FROM durin_revocation");
    }

    private List<String> kinds() {
        return database.rows("SELECT kind FROM durin_revocation").stream()
                .map(row -> row.get(0))
                .toList();
    }

    private String selector() {
        return token.substring(0, 32);
    }

    @Test
    void logoutThenItsToken() {
        api.post("api/auth/logout", token);

        assertThat(database.rows("SELECT kind, subject FROM durin_revocation"))
                .containsExactly(List.of("token", selector()));
    }

    @Test
    void logoutThenTheTimeIsThatOfTheDatabase() {
        pass(Duration.ofHours(1));
        long before = Instant.now().toEpochMilli();

        api.post("api/auth/logout", token);

        long recorded = database.count("SELECT recorded FROM durin_revocation");
        assertThat(recorded).isBetween(before - 1000, Instant.now().toEpochMilli() + 1000);
    }

    @Test
    void logoutAllThenTheCallerOnce() {
        api.token("alice", "web");
        api.token("alice", "mobile");
        forgetRows();

        api.post("api/auth/logoutall", token);

        assertThat(database.rows("SELECT DISTINCT kind, subject FROM durin_revocation"))
                .containsExactly(List.of("caller", "alice"));
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void refreshThenItsToken() {
        api.post("api/auth/refresh", token);

        assertThat(kinds()).containsExactly("token");
    }

    @Test
    void loginThenNothing() {
        api.token("alice", "web");
        api.token("alice", "mobile");
        api.token("alice", "kiosk");

        assertThat(kinds()).isEmpty();
    }

    /** What the login said of the caller is now another. */
    @Test
    void loginWithAnExistingTokenThenThat() {
        api.token("alice", "mobile");

        api.token("alice", "mobile");

        assertThat(kinds()).containsExactly("token");
    }

    @Test
    void loginInPlaceOfATokenThenThatOne() {
        String replaced = api.token("alice", "kiosk");

        api.token("alice", "kiosk");

        assertThat(database.rows("SELECT kind, subject FROM durin_revocation"))
                .containsExactly(List.of("token", replaced.substring(0, 32)));
    }

    @Test
    void expiryThenNothing() {
        api.token("alice", "kiosk");
        api.token("alice", "mobile");
        pass(Duration.ofDays(8));

        assertThat(api.get("api/who/authenticated", token).status()).isEqualTo(401);
        api.token("alice", "mobile");
        control("purge", "");

        assertThat(events("TokenExpired")).hasSize(3);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void refusedChangesThenNothing() {
        database.rows("DELETE FROM durin_token");

        assertThat(api.post("api/auth/refresh", token).status()).isEqualTo(401);
        assertThat(api.post("api/auth/logout", token).status()).isEqualTo(401);

        assertThat(kinds()).isEmpty();
    }

    @Test
    void revocationRolledBackThenNothing() { // B3.24
        control("rolling-back-event", "TokenRevoked");

        assertThat(api.post("api/auth/logout", token).status()).isEqualTo(503);

        assertThat(kinds()).isEmpty();
    }

    @Test
    void clientChangedThenTheClient() {
        control("create-client", "switched");
        assertThat(kinds()).isEmpty();

        control("disable", "switched");

        assertThat(database.rows("SELECT kind, subject FROM durin_revocation WHERE subject ="
                        + " (SELECT CAST(id AS VARCHAR(20)) FROM durin_client WHERE name = 'switched')"))
                .containsExactly(List.of("client", subject()));
        control("delete-client", "switched");
    }

    private String subject() {
        return database.rows("SELECT subject FROM durin_revocation").get(0).get(0);
    }

    /** It is switched off, its tokens end, and it is removed. */
    @Test
    void clientDeletedThenTheClientForEachStep() {
        control("create-client", "brief");
        api.token("alice", "brief");
        api.token("bob", "brief");

        control("delete-client", "brief");

        assertThat(kinds()).containsExactly("client", "client", "client");
    }

    @Test
    void callerForgottenThenTheCaller() {
        control("forget", "alice");

        assertThat(database.rows("SELECT kind, subject FROM durin_revocation"))
                .containsExactly(List.of("caller", "alice"));
    }

    /** Nobody has a name that is so long, and the database would not take it. */
    @Test
    void callerForgottenWhoCannotBeThenNothing() {
        control("forget", "x".repeat(256));

        assertThat(kinds()).isEmpty();
    }

    /** Once before what the transaction changes can be seen, and once after. */
    @Test
    void callerForgottenInATransactionThenTheCallerTwice() {
        forgetInTransaction("alice", token);

        Instant patience = Instant.now().plusSeconds(60);
        while (kinds().size() < 2 && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }

        assertThat(kinds()).containsExactly("caller", "caller");
    }
}
