package dev.durin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the console is made of, and what must not be in it. */
class WebFilesTest {

    private static final Path DIRECTORY = Path.of("target", "classes", "META-INF", "durin", "console");

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> DIRECTORY.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void filesOfTheJarThenEachIsListedAndNoOther() throws IOException {
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(WebFiles.CONSOLE.stream(), Stream.of(WebFiles.COMPONENTS))
                                .toList());
        for (String name : WebFiles.CONSOLE) {
            assertThat(new WebFiles().console(name).orElseThrow().length()).isPositive();
        }
    }

    /** Whatever is shown becomes a text node, so that a name or a user agent is never taken for markup. */
    @Test
    void scriptsThenNoneMakesMarkupOfTextAndNoneKeepsAnything() throws IOException { // B5.49
        for (String name : names()) {
            if (name.endsWith(".js") && !name.startsWith("vendor/")) {
                assertThat(Files.readString(DIRECTORY.resolve(name)))
                        .as(name)
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                        .doesNotContain("dangerouslySetInnerHTML", "new Function", "DOMParser")
                        .doesNotContain("localStorage", "sessionStorage", "indexedDB", "document.cookie")
                        .doesNotContainPattern("https?://");
            }
        }
    }

    @Test
    void modulesThenWhatTheyImportIsListed() throws IOException {
        for (String name : names()) {
            if (name.endsWith(".js") && !name.startsWith("vendor/")) {
                List<String> imported = Files.readString(DIRECTORY.resolve(name))
                        .lines()
                        .filter(line -> line.contains(" from './"))
                        .map(line -> line.replaceFirst(".* from '\\./([^']+)'.*", "$1"))
                        .collect(Collectors.toList());
                assertThat(WebFiles.CONSOLE).as(name).containsAll(imported);
            }
        }
    }

    /** A word that is said in one language only would be missing in the other. */
    @Test
    void wordsOfTheComponentsThenTheSameInBothLanguages() throws IOException {
        String text = Files.readString(DIRECTORY.resolve(WebFiles.COMPONENTS));
        String english = text.substring(text.indexOf("  en: {"), text.indexOf("  de: {"));
        String german = text.substring(text.indexOf("  de: {"), text.indexOf("const STYLE"));

        assertThat(keys(german)).isEqualTo(keys(english)).hasSizeGreaterThan(40);
    }

    private static List<String> keys(String text) {
        return text.lines()
                .filter(line -> line.matches("    \\w+: '.*"))
                .map(line -> line.strip().replaceFirst(":.*", ""))
                .toList();
    }
}
