package dev.durin.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.authentication.AuthorizationHeader.Absent;
import dev.durin.authentication.AuthorizationHeader.Credential;
import dev.durin.authentication.AuthorizationHeader.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {

    private static final String NOTHING = "Invalid token header. No credentials provided.";
    private static final String SPACES = "Invalid token header. Token string should not contain spaces.";
    private static final String CHARACTERS =
            "Invalid token header. Token string should not contain invalid characters.";

    @Test
    void parseWhenNoHeaderThenAbsent() {
        assertThat(parse()).isEqualTo(new Absent());
    }

    // B2.10: the scheme in any case of letters, any run of spaces and tabs behind it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token abc",
                "token abc",
                "TOKEN abc",
                "tOkEn abc",
                "Token   abc",
                "Token\tabc",
                " Token \t abc \t"
            })
    void parseWhenOurSchemeThenCredential(String value) {
        assertThat(parse(value)).isEqualTo(new Credential("abc"));
    }

    /** Whether it is a token is for others to say; each of these gets its answer there. */
    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "token=abc", "a,b", "ABC", "a", "!", "~", "abc;", "Bearer"})
    void parseWhenOddCredentialThenTakenAsItIs(String credential) {
        assertThat(parse("Token " + credential)).isEqualTo(new Credential(credential));
    }

    @Test
    void parseWhenLongThenTakenWhole() {
        String credential = "a".repeat(100_000);

        assertThat(parse("Token " + credential)).isEqualTo(new Credential(credential));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Bearer abc",
                "Basic YWxpY2U6aHVudGVyMg==",
                "Tokenabc",
                "abc",
                "Tok en abc",
                "Token: abc",
                "Token=abc",
                "Token,abc",
                "\"Token\" abc",
                "Tokens abc",
                "Token\u00a0abc",
                "000102030405060708090a0b0c0d0e0f"
            })
    void parseWhenNotOurSchemeThenAbsent(String value) {
        assertThat(parse(value)).isEqualTo(new Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "token", "Token ", "Token \t ", " Token"})
    void parseWhenNothingBehindSchemeThenMalformed(String value) {
        assertThat(parse(value)).isEqualTo(new Malformed(NOTHING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token a b", "Token a\tb", "Token a  b c", "Token abc, Token def", "Token token abc"})
    void parseWhenSpaceInCredentialThenMalformed(String value) {
        assertThat(parse(value)).isEqualTo(new Malformed(SPACES));
    }

    // B1.9
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token a\0b",
                "Token \0",
                "Token a\nb",
                "Token a\rb",
                "Token a\u007fb",
                "Token a\u001bb",
                "Token \u00ff",
                "Token abc\u00e9",
                "Token a\u00a0b",
                "Token a\u2003b",
                "Token \ud83d\ude00"
            })
    void parseWhenCharacterNoHeaderHasThenMalformed(String value) {
        assertThat(parse(value)).isEqualTo(new Malformed(CHARACTERS));
    }

    // B2.10: two headers never count as one token, neither the first nor the last.
    @ParameterizedTest
    @CsvSource({
        "Token abc, Token def",
        "Token abc, Token abc",
        "Token abc, Basic def",
        "Token abc, Bearer def",
        "Token abc, def",
    })
    void parseWhenTwoHeadersThenMalformed(String one, String other) {
        assertThat(parse(one, other)).isEqualTo(new Malformed(SPACES));
    }

    // B2.10
    @ParameterizedTest
    @CsvSource({"Basic abc, Token def", "'', Token def", "Bearer abc, Token def"})
    void parseWhenOursIsSecondThenNoCredential(String one, String other) {
        assertThat(parse(one, other)).isNotInstanceOf(Credential.class);
    }

    @Test
    void parseWhenSeveralSchemesThenEach() {
        List<String> schemes = List.of("Token", "Bearer");

        assertThat(AuthorizationHeader.parse(List.of("bearer abc"), schemes)).isEqualTo(new Credential("abc"));
        assertThat(AuthorizationHeader.parse(List.of("token abc"), schemes)).isEqualTo(new Credential("abc"));
        assertThat(AuthorizationHeader.parse(List.of("Basic abc"), schemes)).isEqualTo(new Absent());
    }

    @Test
    void parseWhenSchemeWithOddCharactersThenTakenLiterally() {
        List<String> schemes = List.of("X.Api+Key");

        assertThat(AuthorizationHeader.parse(List.of("x.api+key abc"), schemes)).isEqualTo(new Credential("abc"));
        assertThat(AuthorizationHeader.parse(List.of("xxapi+key abc"), schemes)).isEqualTo(new Absent());
    }

    // B1.6
    @Test
    void toStringWhenCredentialThenNotShown() {
        assertThat(parse("Token abc")).hasToString("Credential[…]");
    }

    private static AuthorizationHeader parse(String... values) {
        return AuthorizationHeader.parse(List.of(values), List.of("Token"));
    }
}
