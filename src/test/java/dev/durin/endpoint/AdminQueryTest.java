package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminQueryTest {

    @Test
    void parametersWhenNotThereOrEmptyThenTheUsualOnes() {
        AdminQuery query = new AdminQuery(Map.of("limit", List.of(""), "name", List.of("")));

        assertThat(query.limit()).isEqualTo(50);
        assertThat(query.text("name")).isEmpty();
        assertThat(query.isDryRun()).isFalse();
        assertThat(query.choice("state", List.of("live", "all"), "live")).isEqualTo("live");
        query.check();
    }

    @Test
    void parametersWhenThereThenRead() {
        AdminQuery query = new AdminQuery(Map.of(
                "limit", List.of("200"),
                "name", List.of("lap%top"),
                "dry-run", List.of("true"),
                "state", List.of("all")));

        assertThat(query.limit()).isEqualTo(200);
        assertThat(query.text("name")).contains("lap%top");
        assertThat(query.isDryRun()).isTrue();
        assertThat(query.choice("state", List.of("live", "all"), "live")).isEqualTo("all");
        query.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "+1", "1.0", "x", "99999999999", "\u0661", "1\u0000"})
    void limitWhenNoneThenTold(String text) {
        AdminQuery query = new AdminQuery(Map.of("limit", List.of(text)));
        query.limit();

        assertThat(Objects.requireNonNull(catchThrowableOfType(ProblemException.class, query::check))
                        .problem()
                        .fields())
                .containsOnlyKeys("limit");
    }

    /** Whoever forgets the value, or a letter, must not delete what they only wanted to look at. */
    @ParameterizedTest
    @CsvSource({"dry-run, ''", "dry-run, yes", "dry-run, TRUE", "dryrun, true", "dry_run, true"})
    void dryRunWhenWrittenOtherwiseThenTold(String name, String text) {
        AdminQuery query = new AdminQuery(Map.of(name, List.of(text)));
        query.isDryRun();

        assertThat(Objects.requireNonNull(catchThrowableOfType(ProblemException.class, query::check))
                        .problem()
                        .fields())
                .containsOnlyKeys(name);
    }

    @Test
    void parametersWhenTwiceOrUnknownWordsThenTold() {
        AdminQuery query =
                new AdminQuery(Map.of("name", List.of("a", "b"), "dry-run", List.of("yes"), "state", List.of("dead")));
        query.text("name");
        query.isDryRun();
        query.choice("state", List.of("live", "all"), "live");

        assertThat(Objects.requireNonNull(catchThrowableOfType(ProblemException.class, query::check))
                        .problem()
                        .fields())
                .containsOnlyKeys("name", "dry-run", "state");
    }
}
