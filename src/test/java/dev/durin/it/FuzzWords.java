package dev.durin.it;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What a fuzz run makes its requests of. */
final class FuzzWords {

    static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "FOO", "PROPFIND", "get", "TRACE", "Q");

    static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=UTF-16",
            "application/json;charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=\"x y\"",
            "multipart/mixed; boundary=x",
            "text/plain",
            "text/xml",
            "*/*",
            "a/b",
            "///",
            "/",
            ";",
            "",
            "json",
            "application/json, text/plain",
            "application/json;q=x",
            "application/json;qs=x",
            "application/*;q=0.5",
            "text/html, */*;q=0.1",
            "application/json;q=0");

    static final List<String> HEADERS = List.of(
            "Accept",
            "Accept",
            "Content-Type",
            "Content-Type",
            "Authorization",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Content-Encoding",
            "Content-Language",
            "Cookie",
            "Origin",
            "Access-Control-Request-Method",
            "User-Agent",
            "Referer",
            "Range",
            "If-None-Match",
            "If-Modified-Since",
            "X-HTTP-Method-Override",
            "X-Forwarded-For",
            "Forwarded",
            "X-User",
            "Connection");

    /** Values of headers and fields; in a head, one character is one byte. */
    static final List<String> VALUES = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "close",
            "*",
            "application/json",
            "text/html",
            "Token",
            "Token x",
            "Token x y",
            "Basic YTpi",
            "Bearer",
            "a=b; c",
            "\"",
            "\"a",
            "a,b;q=x",
            ";;;===",
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "%s%n%x",
            "${7*7}",
            "../../etc/passwd",
            "99999999999999999999999999",
            "1e999",
            "DELETE",
            "POST");

    static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "-0",
            "1e400",
            "99999999999999999999999999",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "{\"a\":{\"b\":[1,2,{}]}}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\u200b\"",
            "\"\\r\\n\"",
            "\"" + "a".repeat(300) + "\"",
            "\"" + "a".repeat(5_000) + "\"",
            "\"web\"",
            "\"closed\"",
            "\"Zo\u00eb\"",
            "NaN",
            "'a'",
            "\"\\x\"",
            "[".repeat(2_000),
            "\"a");

    /** What a scoped token shall be allowed; the first is right. */
    static final List<String> SCOPES = List.of(
            "[{\"method\":\"GET\",\"path\":\"/api/echo\"}]",
            "[{\"method\":\"GET\",\"path\":\"/\"},{\"method\":\"POST\",\"path\":\"/*\"}]",
            "[{\"method\":\"GET\",\"path\":\"/t%C3%A9st\"}]",
            "[{\"method\":\"GET\",\"path\":\"/\\ud800\"}]",
            "[{\"method\":\"GET\",\"path\":\"/\\ud83d\\ude00\"}]",
            "[{\"method\":\"GET\",\"path\":\"/%\"}]",
            "[{\"method\":\"GET\",\"path\":\"/%ff/../x\"}]",
            "[{\"method\":\"GET\",\"path\":\"/\\u0000\"}]",
            "[{\"method\":\"GET\",\"path\":null}]",
            "[{\"method\":[],\"path\":\"/\"}]",
            "[{\"method\":\"\",\"path\":\"\"}]",
            "[{\"method\":\"GET\",\"path\":\"/" + "x".repeat(4_000) + "\"}]",
            "[" + "{\"method\":\"GET\",\"path\":\"/x\"},".repeat(500) + "{\"method\":\"PUT\",\"path\":\"/x\"}]",
            "[{}]",
            "[[]]",
            "[null]",
            "{\"method\":\"GET\",\"path\":\"/\"}");

    static final List<String> PATH_ENDS = List.of(
            "/",
            "//",
            "/x",
            "/0",
            "/..",
            "/.",
            ";a=b",
            ";",
            "%20",
            "%2e",
            "%41",
            "/%2e%2e",
            ".json",
            "~",
            "x",
            "/{id}",
            "*",
            "'",
            "/1;id=2",
            "/99999999999999999999",
            "/-1",
            "&",
            "=",
            "?",
            "%0a",
            "\"");

    /** What Payara's connector refuses with a stack trace in its log, so it is rare. */
    static final List<String> BROKEN_PATH_ENDS = List.of("/%", "/%zz", "/%2", "/%00", "/%ff", "/%c0%af", "/%5c", "/\\");

    private FuzzWords() {}

    static <T> T any(List<T> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Visible characters of ASCII. */
    static String text(SplittableRandom random, int most) {
        return random.ints(random.nextInt(most + 1), ' ' + 1, 0x7f)
                .mapToObj(character -> String.valueOf((char) character))
                .collect(Collectors.joining());
    }

    /** Any bytes but the ends of a line, as characters. */
    static String bytes(SplittableRandom random, int most) {
        return random.ints(random.nextInt(most) + 1, 0, 0x100)
                .filter(character -> character != '\r' && character != '\n')
                .mapToObj(character -> String.valueOf((char) character))
                .collect(Collectors.joining());
    }
}
