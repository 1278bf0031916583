package dev.durin.scoped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopePathTest {

    @ParameterizedTest
    @CsvSource({
        "/foo, /foo, true",
        "/foo, /foo/, true",
        "/foo, /foo/bar, true",
        "/foo, /foobar, false",
        "/foo, /fo, false",
        "/foo, /, false",
        "/foo, /FOO, false",
        "/foo/, /foo, false",
        "/foo/, /foo/, true",
        "/foo/, /foo/bar, true",
        "/foo/, /foobar/, false",
        "/foo*, /foo, true",
        "/foo*, /foobar/x, true",
        "/foo*, /fo, false",
        "/foo/*, /foo, false",
        "/foo/*, /foo/x, true",
        "/, /, true",
        "/, /foo, true",
        "/*, /foo, true"
    })
    void coversThenBySegments(String scope, String path, boolean covered) {
        assertThat(ScopePath.covers(scope, path)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "/foo, /foo",
        "/f%6Fo, /foo",
        "/f%6fo, /foo",
        "/%C3%A9/x, /é/x",
        "/a+b, /a+b",
        "/a%20b, /a b",
        "/a%3Fb, /a?b",
        "/100%25, /100%",
        "/..., /...",
        "/..foo, /..foo",
        "/a./b, /a./b",
        "/, /"
    })
    void decodeWhenReadableInOneWayThenThat(String raw, String path) {
        assertThat(ScopePath.decode(raw)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "foo",
                "//",
                "//foo",
                "/foo//bar",
                "/foo//",
                "/.",
                "/..",
                "/./",
                "/../",
                "/a/.",
                "/a/..",
                "/a/./b",
                "/a/../b",
                "/a/%2e/b",
                "/a/%2E%2e/b",
                "/a/.%2e",
                "/a%2fb",
                "/a%2Fb",
                "/a\\b",
                "/a%5cb",
                "/a;b",
                "/a%3Bb",
                "/a%00",
                "/a%0a",
                "/a%0D",
                "/a%1f",
                "/a%7f",
                "/a%c2%80",
                "/a%C2%85",
                "/a%e2%80%a8",
                "/a b",
                "/a\tb",
                "/é",
                "/a%",
                "/a%4",
                "/a%zz",
                "/a%4g",
                "/%2541",
                "/%252e",
                "/%25%34%31",
                "/%ff",
                "/%c0%af",
                "/%c0%ae%c0%ae",
                "/%e0%80%af",
                "/%ed%a0%80",
                "/%f4%90%80%80",
                "/%c3"
            })
    void decodeWhenReadableInSeveralWaysThenNothing(String raw) {
        assertThat(ScopePath.decode(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/tést, /tést", "/t%C3%A9st, /tést", "/t%c3%a9st/é, /tést/é", "/a b, /a b", "/a%20b*, /a b*"})
    void ofScopeWhenWithEscapesOrWithoutThenTheSame(String written, String path) {
        assertThat(ScopePath.ofScope(written)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "foo", "*", "/a/../b", "/a//b", "/a;b", "/a\\b", "/a?b", "/a%3Fb", "/a#b", "/a%23b", "/*/a", "/a**",
                "/a%2Fb", "/a%2541", "/a%", "/a\nb", "/a%0Ab", "/a%2A", "/a%2a", "/%2Aa", "/a%2A*"
            })
    void ofScopeWhenItCanBeNoPathThenRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScopePath.ofScope(written));
    }

    @Test
    void ofScopeWhenRefusedThenSaidWhyWithoutControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScopePath.ofScope("/a\nb"))
                .withMessageContaining("\"/a?b\"")
                .withMessageNotContaining("\n");
    }
}
