package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.durin.authentication.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    @Test
    void optionalWhenMissingOrBlankOrLongThenNoFault() {
        assertThat(json("{}").required(Map.of(), Map.of(), List.of("token_name")))
                .isEmpty();
        assertThat(json("{\"token_name\":\"  \"}").required(Map.of(), Map.of(), List.of("token_name")))
                .containsEntry("token_name", "");
        assertThat(json("{\"token_name\":\" " + "n".repeat(5_000) + "\"}")
                        .required(Map.of(), Map.of(), List.of("token_name")))
                .containsEntry("token_name", "n".repeat(5_000));
    }

    @Test
    void optionalWhenNoTextThenNamedBesideTheOthers() {
        assertThatProblem(() -> json("{\"token_name\":null}")
                        .required(Map.of("username", 255), Map.of(), List.of("token_name")))
                .isEqualTo(new Problem(
                        400,
                        "Bad request",
                        "",
                        Map.of(
                                "username", List.of("This field is required."),
                                "token_name", List.of("This field may not be null."))));
    }

    @Test
    void requiredWhenAllThereThenTrimmedAndExactTexts() {
        RequestBody body = json("{\"username\":\" alice\\t\",\"password\":\" secret \",\"client\":\"web\"}");

        Map<String, String> texts = body.required(Map.of("username", 255), Map.of("password", 255));

        assertThat(texts).containsOnly(entry("username", "alice"), entry("password", " secret "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | This field is required.",
                "{\"Username\":\"alice\"}            | This field is required.",
                "{\"username\":null}                 | This field may not be null.",
                "{\"username\":\"\"}                 | This field may not be blank.",
                "{\"username\":\" \\t\\n\"}          | This field may not be blank.",
                "{\"username\":true}                 | Not a valid string.",
                "{\"username\":[\"alice\"]}          | Not a valid string.",
                "{\"username\":{\"a\":\"b\"}}        | Not a valid string.",
                "{\"username\":\"al\\u0000ice\"}     | Null characters are not allowed.",
                "{\"username\":\"alice in chains\"}  | Ensure this field has no more than 10 characters.",
                "{\"username\":12345678901}          | Ensure this field has no more than 10 characters.",
            })
    void requiredWhenFieldBadThenItsFault(String body, String message) {
        assertThatProblem(() -> json(body).required(Map.of("username", 10), Map.of()))
                .isEqualTo(new Problem(400, "Bad request", "", Map.of("username", List.of(message))));
    }

    @Test
    void requiredWhenTwoFaultsInOneFieldThenBoth() {
        assertThatProblem(() -> json("{\"password\":\"\\u0000aaaaaaaaaa\"}").required(Map.of(), Map.of("password", 10)))
                .extracting(problem -> problem.fields().get("password"))
                .isEqualTo(List.of(
                        "Null characters are not allowed.", "Ensure this field has no more than 10 characters."));
    }

    @Test
    void requiredWhenSeveralFieldsBadThenAllFaultsAtOnce() {
        assertThatProblem(() -> json("{\"username\":null}").required(Map.of("username", 255), Map.of("password", 255)))
                .extracting(Problem::fields)
                .isEqualTo(Map.of(
                        "username", List.of("This field may not be null."),
                        "password", List.of("This field is required.")));
    }

    @Test
    void requiredWhenExactFieldIsBlankThenKept() {
        assertThat(json("{\"password\":\"   \"}").required(Map.of(), Map.of("password", 255)))
                .containsEntry("password", "   ");
    }

    @Test
    void requiredWhenAsLongAsAllowedThenKept() {
        assertThat(json("{\"username\":\" 1234567890 \"}").required(Map.of("username", 10), Map.of()))
                .containsEntry("username", "1234567890");
    }

    @Test
    void textsWithoutWhenFieldsOfAllKindsThenOtherTexts() {
        RequestBody body = json(
                "{\"username\":\"alice\",\"password\":\"secret\",\"client\":\"web\",\"age\":7,\"a\":null,\"b\":true,\"c\":[]}");

        assertThat(body.textsWithout(List.of("username", "password")))
                .containsOnly(entry("client", "web"), entry("age", "7"));
    }

    @ParameterizedTest
    @CsvSource({"'{\"client\":[]}', true", "'{\"client\":true}', true", "'{\"client\":null}', false"})
    void isOtherWhenNeitherTextNorNullThenTrue(String body, boolean other) {
        assertThat(json(body).isOther("client")).isEqualTo(other);
        assertThat(json(body).isOther("username")).isFalse();
    }

    @Test
    void ofJsonWhenNoBodyThenNoFields() {
        assertThat(json("").textsWithout(List.of())).isEmpty();
        assertThat(RequestBody.empty().textsWithout(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"hunter2\"] | list",
                "\"hunter2\" | str",
                "42 | int",
                "true | bool",
                "false | bool",
                "null | null"
            })
    void ofJsonWhenNoObjectThenKindIsTold(String body, String kind) {
        assertThatProblem(() -> json(body))
                .isEqualTo(new Problem(
                        400,
                        "Bad request",
                        "",
                        Map.of(
                                "non_field_errors",
                                List.of("Invalid data. Expected a dictionary, but got " + kind + "."))));
    }

    // B2.16: a broken body may hold a password, and the message of the parser a piece of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "{\"password\":\"hunter2\"",
                "{\"password\":\"hunter2",
                "{\"password\":hunter2}",
                "{\"password\":\"\\hunter2\"}",
                "{\"password\":\"hunter2\",}",
                "{password:\"hunter2\"}",
                "{\"password\":\"hun\nter2\"}",
                "{\"password\" \"hunter2\"}",
                "username=alice&password=hunter2",
                "<password>hunter2</password>",
                "\ufeff{\"password\":\"hunter2\"}",
                "   "
            })
    void ofJsonWhenBrokenThenBodyIsNotQuoted(String body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> json(body))
                .withNoCause()
                .withMessage("Bad request")
                .satisfies(e -> assertThat(e.problem())
                        .isEqualTo(
                                Problem.of(400, "Bad request", "JSON parse error - the body is not a JSON object.")));
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                "{\"username\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1),
                "{\"username\":\"Zoë\"}".getBytes(StandardCharsets.UTF_16),
                new byte[] {(byte) 0xff},
                new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, // an overlong NUL
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, // half of a pair of surrogates
                new byte[] {'"', (byte) 0xe2, (byte) 0x82} // cut off
                );
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void ofJsonWhenNotUtf8ThenSaidSo(byte[] body) {
        assertThatProblem(() -> RequestBody.ofJson(new ByteArrayInputStream(body)))
                .isEqualTo(Problem.of(400, "Bad request", "The request body must be UTF-8."));
    }

    @Test
    void ofJsonWhenUtf8ThenEveryCharacter() {
        RequestBody body = json("{\"username\":\"Zoë \u65e5\u672c \ud83d\ude00\"}");

        assertThat(body.required(Map.of("username", 255), Map.of()))
                .containsEntry("username", "Zoë \u65e5\u672c \ud83d\ude00");
    }

    @Test
    void ofJsonWhenConnectionBreaksThenRefusedWithoutItsMessage() {
        InputStream breaking = new SequenceInputStream(
                new ByteArrayInputStream("{\"password\":\"hunter2".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset while reading hunter2");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                });

        assertThatProblem(() -> RequestBody.ofJson(breaking))
                .isEqualTo(Problem.of(400, "Bad request", "The request body could not be read to its end."));
    }

    @Test
    void ofJsonWhenNestedHundredsDeepThenRead() {
        RequestBody body = json("{\"username\":\"alice\",\"deep\":" + "[".repeat(500) + "]".repeat(500) + "}");

        assertThat(body.required(Map.of("username", 255), Map.of())).containsEntry("username", "alice");
        assertThat(body.isOther("deep")).isTrue();
    }

    @Test
    void ofFormWhenFieldRepeatedThenLastOne() {
        RequestBody body = form("username=alice&username=bob&password=+");

        assertThat(body.required(Map.of("username", 255), Map.of("password", 255)))
                .containsOnly(entry("username", "bob"), entry("password", " "));
    }

    @Test
    void ofFormWhenFieldMissingOrEmptyThenFaults() {
        assertThatProblem(() -> form("username=").required(Map.of("username", 255), Map.of("password", 255)))
                .extracting(Problem::fields)
                .isEqualTo(Map.of(
                        "username", List.of("This field may not be blank."),
                        "password", List.of("This field is required.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%ff", "%c3=alice", "username=%ed%a0%80", "username=Zo%c3", "username=a%c0%80"})
    void ofFormWhenEscapesAreNotUtf8ThenSaidSo(String body) {
        assertThatProblem(() -> form(body))
                .isEqualTo(Problem.of(400, "Bad request", "The request body must be UTF-8."));
    }

    @Test
    void ofFormWhenUtf8WithAndWithoutEscapesThenEveryCharacter() {
        RequestBody body = form("username=Zo%C3%AB+Zoë+%F0%9F%98%80\ud83d\ude00&password=%EF%BF%BD");

        assertThat(body.required(Map.of("username", 255), Map.of("password", 255)))
                .containsOnly(entry("username", "Zoë Zoë \ud83d\ude00\ud83d\ude00"), entry("password", "\ufffd"));
    }

    /** Some filters read a form by asking for a parameter; then nothing is left of the body. */
    @Test
    void ofFormWhenSomebodyHasReadTheBodyThenTheServersParameters() {
        RequestBody body = RequestBody.ofForm(
                new ByteArrayInputStream(new byte[0]), () -> Map.of("username", new String[] {"alice", "bob"}));

        assertThat(body.required(Map.of("username", 255), Map.of())).containsEntry("username", "bob");
    }

    private static RequestBody form(String text) {
        return RequestBody.ofForm(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map::of);
    }

    private static RequestBody json(String text) {
        return RequestBody.ofJson(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectAssert<Problem> assertThatProblem(ThrowingCallable work) {
        return assertThat(catchThrowableOfType(ProblemException.class, work).problem());
    }
}
