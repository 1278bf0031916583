package dev.durin.it;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that no login can do anything with: what they are, content type, body, status, a piece of the answer. */
final class HostileBodies {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=x";
    private static final String NO_JSON = "JSON parse error - the body is not a JSON object.";
    private static final String NO_FORM = "Form parse error";
    private static final String NO_PARTS = "Multipart form parse error";
    private static final String NO_UTF_8 = "The request body must be UTF-8.";
    private static final String NO_STRING = "Not a valid string.";
    private static final String NO_DICTIONARY = "Invalid data. Expected a dictionary, but got ";
    private static final String TOO_LARGE = "The request body must be at most 65536 bytes.";
    private static final String NO_LOGIN = "Unable to log in with provided credentials.";
    private static final String DISPOSITION = "--x\r\nContent-Disposition: form-data; name=\"username\"";

    private HostileBodies() {}

    static Stream<Arguments> all() {
        return Stream.of(json(), values(), bytes(), forms(), parts(), types()).flatMap(cases -> cases);
    }

    private static Stream<Arguments> json() {
        return Stream.of(
                arguments("cut off", JSON, "{\"username\": \"alice\",", 400, NO_JSON),
                arguments("a brace", JSON, "{", 400, NO_JSON),
                arguments("a word", JSON, "nonsense", 400, NO_JSON),
                arguments("a comma too many", JSON, "{\"password\":\"alice-pass-1\",}", 400, NO_JSON),
                arguments("two objects", JSON, "{}{}", 400, NO_JSON),
                arguments("a form", JSON, "username=alice&password=alice-pass-1&client=web", 400, NO_JSON),
                arguments("space", JSON, "   ", 400, NO_JSON),
                arguments("NUL", JSON, "\0", 400, NO_JSON),
                arguments("a list", JSON, "[1]", 400, NO_DICTIONARY + "list."),
                arguments("a string", JSON, "\"alice\"", 400, NO_DICTIONARY + "str."),
                arguments("a number", JSON, "123456789012345678901234567890", 400, NO_DICTIONARY + "int."),
                arguments("true", JSON, "true", 400, NO_DICTIONARY + "bool."),
                arguments("null", JSON, "null", 400, NO_DICTIONARY + "null."),
                arguments("10,000 lists", JSON, "[".repeat(10_000) + "]".repeat(10_000), 400, NO_JSON),
                arguments("10,000 objects", JSON, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400, NO_JSON),
                arguments("60,000 lists cut off", JSON, "[".repeat(60_000), 400, NO_JSON),
                arguments(
                        "10,000 lists in a field", JSON, login("[".repeat(10_000) + "]".repeat(10_000)), 400, NO_JSON));
    }

    /** Values of the field {@code username}. */
    private static Stream<Arguments> values() {
        return Stream.of(
                arguments(
                        "members twice",
                        JSON,
                        "{\"username\":\"alice\"," + login("[1]").substring(1),
                        400,
                        NO_STRING),
                arguments("an object", JSON, login("{\"$ne\":\"\"}"), 400, NO_STRING),
                arguments("a control character", JSON, login("\"al\u0001ice\""), 400, NO_JSON),
                arguments("an escaped control character", JSON, login("\"al\\u0001ice\""), 400, NO_LOGIN),
                arguments("a line break", JSON, login("\"a\\r\\nSet-Cookie: a=b\""), 400, NO_LOGIN),
                arguments("a lone surrogate", JSON, login("\"\\ud800\""), 400, NO_STRING),
                arguments("surrogates in the wrong order", JSON, login("\"\\udc00\\ud800\""), 400, NO_STRING),
                arguments("beyond 64 bits", JSON, login("99999999999999999999999999"), 400, NO_LOGIN),
                arguments("a large exponent", JSON, login("1e400000"), 400, NO_LOGIN),
                arguments("no number at all", JSON, login("NaN"), 400, NO_JSON),
                arguments("a statement", JSON, login("\"' OR 1=1 --\""), 400, NO_LOGIN),
                arguments("many characters", JSON, login("\"" + "a".repeat(60_000) + "\""), 400, "no more than 255"),
                arguments("a megabyte", JSON, login("\"" + "a".repeat(1_000_000) + "\""), 413, TOO_LARGE),
                arguments("a long client", JSON, withClient("\"" + "w".repeat(60_000) + "\""), 400, "No client with"),
                arguments(
                        "a surrogate for a client", JSON, withClient("\"\\ud800\""), 400, "No client with that name."),
                arguments("an object for a client", JSON, withClient("{\"name\":\"web\"}"), 400, "No client with"));
    }

    private static Stream<Arguments> bytes() {
        byte[] utf8 = login("\"alice\"").getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\ufeff" + login("\"alice\"")).getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                arguments("Latin 1", JSON, login("\"Zoë\"").getBytes(StandardCharsets.ISO_8859_1), 400, NO_UTF_8),
                arguments("UTF-16", JSON, login("\"alice\"").getBytes(StandardCharsets.UTF_16), 400, NO_UTF_8),
                arguments("a mark in front", JSON, marked, 400, NO_JSON),
                arguments("UTF-8 as Latin 1 knows it", JSON + ";charset=ISO-8859-1", utf8, 400, NO_LOGIN),
                arguments("half of a pair of surrogates", JSON, latin("\"\u00ed\u00a0\u0080\""), 400, NO_UTF_8),
                arguments("a NUL in two bytes", JSON, latin("\"\u00c0\u0080\""), 400, NO_UTF_8),
                arguments("a form's byte", FORM, latin("username=\u00ff"), 400, NO_UTF_8),
                arguments("a form's escape", FORM, "username=%ff&password=x&client=web", 400, NO_UTF_8),
                arguments("a part's byte", PARTS, latin(DISPOSITION + "\r\n\r\n\u00ff\r\n--x--"), 400, NO_UTF_8));
    }

    private static Stream<Arguments> forms() {
        return Stream.of(
                arguments("a name alone", FORM, "username", 400, "This field may not be blank."),
                arguments("separators", FORM, "username&&=&password", 400, "This field may not be blank."),
                arguments("equals signs", FORM, "====&====", 400, "This field is required."),
                arguments("8,000 fields", FORM, "a=b&".repeat(8_000), 400, "This field is required."),
                arguments("no digits", FORM, "username=%zz", 400, NO_FORM),
                arguments("nothing behind the percent sign", FORM, "username=a%", 400, NO_FORM),
                arguments("one digit", FORM, "username=a%4", 400, NO_FORM),
                arguments("a minus", FORM, "username=%-1", 400, NO_FORM),
                arguments("an escaped NUL", FORM, "username=%00&password=x", 400, "Null characters are not allowed."),
                arguments("another charset", FORM + ";charset=bogus", "username=alice", 400, "This field is required."),
                arguments("too long", FORM, "username=" + "a".repeat(70_000), 413, TOO_LARGE));
    }

    private static Stream<Arguments> parts() {
        return Stream.of(
                arguments("no boundary", "multipart/form-data", "username=alice", 400, NO_PARTS),
                arguments("a long boundary", "multipart/form-data; boundary=" + "x".repeat(71), "--x--", 400, NO_PARTS),
                arguments("nothing", PARTS, "", 400, NO_PARTS),
                arguments("JSON", PARTS, login("\"alice\""), 400, NO_PARTS),
                arguments("parts called JSON", JSON, DISPOSITION + "\r\n\r\nalice\r\n--x--", 400, NO_JSON),
                arguments("nonsense", PARTS, "nonsense", 400, NO_PARTS),
                arguments("a separator", PARTS, "--x", 400, NO_PARTS),
                arguments("another boundary", PARTS, DISPOSITION.replace("--x", "--y"), 400, NO_PARTS),
                arguments("cut off in a header", PARTS, DISPOSITION, 400, NO_PARTS),
                arguments("cut off in a part", PARTS, DISPOSITION + "\r\n\r\nali", 400, NO_PARTS),
                arguments("cut off behind a part", PARTS, DISPOSITION + "\r\n\r\nalice\r\n--x", 400, NO_PARTS),
                arguments("a nameless part", PARTS, "--x\r\nContent-Type: text/plain\r\n\r\na\r\n--x--", 400, NO_PARTS),
                arguments("an encoding", PARTS, encoded("base64"), 400, NO_PARTS),
                arguments("no encoding", PARTS, encoded("bogus"), 400, NO_PARTS),
                arguments("a file", PARTS, DISPOSITION + "; filename=\"a\"\r\n\r\nalice\r\n--x--", 400, NO_STRING),
                arguments("no closing quote", PARTS, DISPOSITION + "; name=\"\r\n\r\na\r\n--x--", 400, "is required"),
                arguments(
                        "1,000 parts", PARTS, (DISPOSITION + "\r\n\r\n\r\n").repeat(1_000) + "--x--", 400, "be blank"),
                arguments("a large part", PARTS, DISPOSITION + "\r\n\r\n" + "a".repeat(70_000), 413, TOO_LARGE));
    }

    private static Stream<Arguments> types() {
        String login = login("\"alice\"");
        return Stream.of(
                arguments("XML", "text/xml", "<username>alice</username>", 415, "\\\"text/xml\\\""),
                arguments("plain text", "text/plain", login, 415, "\\\"text/plain\\\""),
                arguments("JSON by another name", "text/json", login, 415, "\\\"text/json\\\""),
                arguments("a problem", "application/problem+json", login, 415, "problem+json"),
                arguments("a long type", "a/" + "b".repeat(4_000), login, 415, "Unsupported media type"),
                arguments("an unknown charset", JSON + "; charset=nonsense", login, 400, NO_LOGIN));
    }

    private static String encoded(String how) {
        return DISPOSITION + "\r\nContent-Transfer-Encoding: " + how + "\r\n\r\nYWxpY2U=\r\n--x--";
    }

    private static String login(String username) {
        return "{\"username\":" + username + ",\"password\":\"wrong\",\"client\":\"web\"}";
    }

    private static String withClient(String client) {
        return "{\"username\":\"alice\",\"password\":\"alice-pass-1\",\"client\":" + client + "}";
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
