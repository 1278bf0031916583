package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a database may take for each other, or may not take at all. */
class NamesIT extends ServerTest {

    private static final String FOX = "\uD83E\uDD8A";

    @AfterEach
    void removeWhatWasMade() {
        database.rows("DELETE FROM durin_token");
        database.rows("DELETE FROM durin_client WHERE declared = FALSE");
    }

    /** By case, accent, space at the end, width, characters that nobody sees, and outside of the first plane. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alice",
                "alicE",
                "alic\u00e9",
                "\u00e1lice",
                "alice ",
                "alice  ",
                " alice",
                "alice\u00a0",
                "alice\t",
                "alice\u200b",
                "\uff41lice",
                "a\u0142ice",
                "alice" + FOX
            })
    void callerWhoseNameIsNearlyTheSameThenAnotherCaller(String other) {
        control("groups", other + "=user");
        String token = control("issue-reused", "alice").body();

        String othersToken = control("issue-reused", other).body();

        assertThat(othersToken).isNotEqualTo(token);
        assertThat(control("issue-reused", other).body()).isEqualTo(othersToken);
        assertThat(tokenRows()).isEqualTo(2);
        assertThat(api.get("api/who/authenticated", othersToken).body()).isEqualTo(other);
        assertThat(api.get("api/auth/sessions", othersToken).array()).hasSize(1);

        assertThat(api.post("api/auth/logoutall", othersToken).status()).isEqualTo(204);
        assertThat(api.get("api/who/authenticated", token).body()).isEqualTo("alice");
        assertThat(control("issue-reused", "alice").body()).isEqualTo(token);
    }

    /** The two ways to write the same letter: an identity store may tell them apart. */
    @Test
    void callersWhoseNamesLookTheSameThenTwoCallers() {
        assertThat(control("issue-reused", "bob\u00e9").body())
                .isNotEqualTo(control("issue-reused", "bobe\u0301").body());
        assertThat(tokenRows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mobile", "mobil\u00e9", "mobile\u00a0", "mobile\u200b", "\uff4dobile", "mobile" + FOX})
    void clientWhoseNameIsNearlyTheSameThenAnotherClient(String other) {
        assertThat(api.login("alice", other).detail()).isEqualTo("No client with that name.");

        assertThat(control("create-client", other).body()).isEmpty();

        assertThat(api.token("alice", other)).isNotEqualTo(api.token("alice", "mobile"));
        assertThat(database.rows("SELECT COUNT(DISTINCT client_id) FROM durin_token"))
                .isEqualTo(List.of(List.of("2")));
    }

    @Test
    void clientWhoseNameEndsWithASpaceThenNoClient() {
        assertThat(api.login("alice", "mobile ").detail()).isEqualTo("No client with that name.");
    }

    @Test
    void tokenNamedWithAnEmojiThenKept() {
        String name = "Zo\u00eb\u2019s \uD83D\uDC69\u200D\uD83D\uDE80 laptop ";

        control("issue-named", "alice=" + name);

        assertThat(database.rows("SELECT name FROM durin_token")).isEqualTo(List.of(List.of(name)));
    }

    /** No database cuts a character in two. */
    @Test
    void tokenNamedAtLengthThenCut() {
        control("issue-named", "alice=" + FOX.repeat(200));

        assertThat(database.rows("SELECT name FROM durin_token")).isEqualTo(List.of(List.of(FOX.repeat(127))));
    }

    @Test
    void callerWithALongNameThenTokenAndOneCharacterMoreThenRefused() {
        String longest = "\u20ac".repeat(255);
        control("groups", longest + "=user");
        control("groups", longest + "\u20ac=user");

        String token = api.token(longest, "mobile");

        assertThat(api.get("api/who/authenticated", token).body()).isEqualTo(longest);
        assertThat(api.token(longest, "mobile")).isEqualTo(token);
        assertThat(api.login(longest + "\u20ac", "mobile").status()).isEqualTo(400);
        assertThat(tokenRows()).isEqualTo(1);
    }

    @Test
    void clientWithALongNameThenUsable() {
        String longest = FOX.repeat(32);
        assertThat(control("create-client", longest).body()).isEmpty();

        assertThat(api.login("alice", longest).status()).isEqualTo(200);
    }
}
