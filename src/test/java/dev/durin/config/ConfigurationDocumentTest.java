package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documented settings are those of the code. */
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "configuration.md");

    @Test
    void documentWhenReadThenItsTableIsAllSettings() throws IOException {
        List<String> documented;
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            documented = lines.filter(line -> line.startsWith("| `durin.")).toList();
        }

        assertThat(documented)
                .as("%s must have exactly these rows:%n%n%s%n", DOCUMENT, String.join("\n", rows()))
                .isEqualTo(rows());
    }

    /** A vertical bar would end a cell, a line break the row. */
    @Test
    void rowsWhenMadeThenFourCellsEach() {
        assertThat(rows()).allMatch(row -> row.matches("\\| `[^|`\n]+` \\| [^|\n]+ \\| (`[^|`\n]+`)? \\| [^|\n]+ \\|"));
    }

    private static List<String> rows() {
        Stream<String> settings = AllSettings.ALL.stream()
                .map(setting -> row(setting.key(), setting.type().name(), setting.byDefault(), setting.meaning()));
        Stream<String> clients = ClientAttributes.ALL.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> row(
                        AllSettings.CLIENT_PREFIX + "<name>." + attribute.getKey(),
                        attribute.getValue().type().name(),
                        "",
                        attribute.getValue().meaning()));
        return Stream.concat(settings, clients).toList();
    }

    private static String row(String key, String type, String byDefault, String meaning) {
        String cell = byDefault.isEmpty() ? "" : "`" + byDefault + "`";
        return "| `" + key + "` | " + type + " | " + cell + " | " + meaning + " |";
    }
}
