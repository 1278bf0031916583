package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The endpoints that the documentation offers to be extended are those of the code. */
class EndpointDocumentTest {

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("docs", "extension-points.md");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @Test
    void documentWhenReadThenItsTableIsAllEndpoints() throws IOException {
        List<String> documented;
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            documented = lines.filter(line -> line.matches("\\| `\\w+Endpoint` \\| `.*"))
                    .toList();
        }

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Endpoints.classes().stream()
                        .filter(Endpoint.class::isAssignableFrom)
                        .map(EndpointDocumentTest::row)
                        .toList());
    }

    private static String row(Class<?> resource) {
        String path = resource.getAnnotation(Path.class)
                .value()
                .replaceFirst("^auth/", "")
                .replace("{slashes: /*}", "")
                .replaceAll(": [^}]+}", "}");
        String parameters = PARAMETER
                .matcher(path)
                .results()
                .map(found -> "the parameter `" + found.group(1) + "` ")
                .collect(Collectors.joining());
        return "| `" + resource.getSuperclass().getSimpleName() + "` | `" + path + "` | " + parameters + "|";
    }
}
