package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.durin.authentication.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of multipart forms, with a bar for each end of a line. */
class RequestBodyPartsTest {

    private static final String NAMED = "--x|Content-Disposition: form-data; name=\"client\"|";

    @Test
    void ofPartsWhenTextThenFields() {
        RequestBody body = parts("--x|Content-Disposition: form-data; name=\"username\"||Zoë|"
                + "--x|content-disposition:form-data;name=password|Content-Type: text/plain|| p |--x--|");

        assertThat(body.required(Map.of("username", 255), Map.of("password", 255)))
                .containsOnly(entry("username", "Zoë"), entry("password", " p "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "something before|" + NAMED + "|web|--x--|something behind",
                "--x \t|Content-Disposition: form-data; name=\"client\"||web|--x--",
                NAMED + "Content-Transfer-Encoding: 8BIT||web|--x--|",
                NAMED + "No header||web|--x--|",
                NAMED + "|cli|" + NAMED + "|web|--x--|"
            })
    void ofPartsWhenUnusualThenReadAllTheSame(String body) {
        assertThat(parts(body).textsWithout(List.of())).containsOnly(entry("client", "web"));
    }

    @Test
    void ofPartsWhenLineEndsInTheTextThenTheyAreKept() {
        assertThat(parts(NAMED + "||--|-- x|--x--|").textsWithout(List.of()))
                .containsOnly(entry("client", "\r\n--\r\n-- x"));
    }

    @Test
    void ofPartsWhenThereAreNoneThenNoFields() {
        assertThat(parts("--x--|").textsWithout(List.of())).isEmpty();
    }

    @Test
    void ofPartsWhenEmptyThenEmptyText() {
        assertThat(parts(NAMED + "||--x--|").textsWithout(List.of())).containsOnly(entry("client", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename=\"web.txt\"", "FileName=web.txt", "filename*=utf-8''web", "filename=\"\""})
    void ofPartsWhenFileThenNoText(String file) {
        RequestBody body = parts("--x|Content-Disposition: form-data; name=\"client\"; " + file + "||web|--x--|");

        assertThat(body.isOther("client")).isTrue();
        assertThat(body.textsWithout(List.of())).isEmpty();
    }

    // B2.16: the answer says what is wrong, and nothing of the body, which may hold a password.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            hunter2                                              ; the body does not end with the boundary
            --y|Content-Disposition: form-data||hunter2|--y--    ; the body does not end with the boundary
            --x|Content-Disposition: form-data||hunter2          ; the body does not end with the boundary
            --x                                                  ; the body does not end with the boundary
            --x|hunter2|--x--                                    ; a part has no empty line behind its headers
            --x|--x--                                            ; a part has no empty line behind its headers
            --x||hunter2|--x--                                   ; a part has no name
            --x|Content-Disposition||hunter2|--x--               ; a part has no name
            --x|Content-Disposition: form-data||hunter2|--x--    ; a part has no name
            --x|Content-Disposition: name=hunter2||hunter2|--x-- ; a part has no name
            --x|Content-Transfer-Encoding: base64||hunter2|--x-- ; a part has a Content-Transfer-Encoding, send it as it is
            """)
    void ofPartsWhenBrokenThenWhy(String body, String why) {
        assertThat(problemOf(body, "x").detail()).isEqualTo("Multipart form parse error - " + why + ".");
    }

    @Test
    void ofPartsWhenBoundaryIsMissingOrTooLongThenSaidSo() {
        for (String boundary : new String[] {null, "", "x".repeat(71)}) {
            assertThat(problemOf(NAMED + "|web|--x--|", boundary).detail())
                    .isEqualTo("Multipart form parse error - the content type needs a boundary of 1 to 70 characters.");
        }
    }

    @Test
    void ofPartsWhenNotUtf8ThenRefused() {
        byte[] body = (NAMED + "|Zoë|--x--").replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> RequestBody.ofParts(new ByteArrayInputStream(body), "x"))
                        .problem()
                        .detail())
                .isEqualTo("The request body must be UTF-8.");
    }

    private static Problem problemOf(String body, @Nullable String boundary) {
        return catchThrowableOfType(ProblemException.class, () -> RequestBody.ofParts(stream(body), boundary))
                .problem();
    }

    private static RequestBody parts(String body) {
        return RequestBody.ofParts(stream(body), "x");
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
