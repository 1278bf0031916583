package dev.durin.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderEdgesTest {
    @ParameterizedTest
    @CsvSource({"Token, abc", "Token, Token abc", "'', Token abc", "Basic abc, Token abc"})
    void parseWhenTwoHeadersThenMalformed(String one, String other) {
        assertThat(AuthorizationHeader.parse(List.of(one, other), List.of("Token")))
                .isInstanceOf(AuthorizationHeader.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token abc\u2003", "Token \u001cabc", "\nToken abc\n", "Token \u000babc"})
    void parseWhenOtherWhiteSpaceThenNoCredential(String value) {
        assertThat(AuthorizationHeader.parse(List.of(value), List.of("Token")))
                .isNotEqualTo(new AuthorizationHeader.Credential("abc"));
    }
}
