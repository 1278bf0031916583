package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durin.config.AtLimit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminBodyTest {

    private static AdminBody body(String json) {
        return new AdminBody(RequestBody.jsonObject(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, List<String>> faults(AdminBody body) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, body::check))
                .problem()
                .fields();
    }

    @Test
    void membersWhenThereThenRead() {
        AdminBody body = body("{\"a\":\"x\",\"b\":true,\"c\":3,\"d\":\"evict-oldest\",\"e\":[\"u\",\"v\"],\"f\":null}");

        assertThat(body.required("a", 3)).isEqualTo("x");
        assertThat(body.flag("b")).contains(true);
        assertThat(body.number("c", 1, 3)).contains(3);
        assertThat(body.choice("d", AtLimit.class)).contains(AtLimit.EVICT_OLDEST);
        assertThat(body.texts("e", 3)).containsExactly("u", "v");
        assertThat(body.isNull("f")).isTrue();
        assertThat(body.has("f")).isTrue();
        assertThat(body.text("g", 3)).isEmpty();
        assertThat(body.isNull("g")).isFalse();
        body.check();
    }

    @Test
    void membersWhenWrongThenEachIsToldAndThoseThatNobodyKnows() {
        AdminBody body = body("{\"a\":\"long\",\"b\":1,\"c\":\"3\",\"d\":\"x\",\"e\":[\"u\",1],\"z\":1}");
        body.required("a", 3);
        body.flag("b");
        body.number("c", 1, 3);
        body.choice("d", AtLimit.class);
        body.texts("e", 3);
        body.required("f", 3);

        assertThat(faults(body).keySet()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "z");
        assertThat(faults(body))
                .containsEntry("z", List.of("There is no such field; there are a, b, c, d, e, f."))
                .containsEntry("a", List.of("Ensure this field has no more than 3 characters."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"e\":null}",
                "{\"e\":\"u\"}",
                "{\"e\":[\"\"]}",
                "{\"e\":[null]}",
                "{\"e\":[\"toolong\"]}"
            })
    void textsWhenNoListOfTextsThenTold(String json) {
        AdminBody body = body(json);
        body.texts("e", 3);

        assertThat(faults(body)).containsOnlyKeys("e");
    }

    @Test
    void textWhenItHasWhatNoDatabaseTakesThenTold() {
        AdminBody body = body("{\"a\":\"x\\u0000\",\"b\":\"\\ud800\"}");
        body.text("a", 10);
        body.text("b", 10);

        assertThat(faults(body))
                .containsEntry("a", List.of("Null characters are not allowed."))
                .containsEntry("b", List.of("Not a valid string."));
    }
}
