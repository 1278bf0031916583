package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.ClosedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line's JAR without a server: what is in it, and what it does alone. */
@Tag("own-server")
class CommandLineJarIT {

    private static CommandLineProcess run(String... arguments) {
        return CommandLineProcess.run(Map.of(), "", arguments);
    }

    @Test
    void jarThenTheCommandLineWithWhatItNeedsAndNothingOfTheServer() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("durin.cli.jar"))) {
            List<String> classes = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            assertThat(classes)
                    .allMatch(name -> Stream.of("dev/durin/cli/", "picocli/", "jakarta/json/", "org/eclipse/parsson/")
                            .anyMatch(name::startsWith))
                    .contains("dev/durin/cli/Main.class", "picocli/CommandLine.class");
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/beans.xml")).isNull();
        }
    }

    @Test
    void versionThenThatOfTheJar() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("durin.jar"))) {
            assertThat(run("--version").line())
                    .isEqualTo("durin " + jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void schemaThenEveryScriptOfTheSources(String database) throws IOException {
        CommandLineProcess schema = run("schema", "print", "--database", database);

        assertThat(schema.exitCode()).as(schema.err()).isZero();
        int scripts = 0;
        try (Stream<Path> files =
                Files.list(Path.of("src", "main", "resources", "META-INF", "durin", "db", database))) {
            for (Path file : files.toList()) {
                scripts++;
                assertThat(schema.out())
                        .contains("-- " + file.getFileName() + "\n"
                                + Files.readString(file).strip());
            }
        }
        assertThat(schema.out().lines().filter(line -> line.startsWith("-- V"))).hasSize(scripts);
    }

    @Test
    void keyThenBytesInBase64() {
        assertThat(Base64.getDecoder().decode(run("key", "generate").line())).hasSize(32);
    }

    @Test
    void commandWhenUnknownThenUsage() {
        CommandLineProcess unknown = run("clients");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("See: durin --help");
    }

    @Test
    void serverWhenNobodyIsThereThenNotReached() throws IOException {
        try (ClosedPort port = new ClosedPort()) {
            CommandLineProcess list = CommandLineProcess.run(
                    Map.of(
                            "DURIN_TOKEN",
                            "hush-hush",
                            "DURIN_SERVER",
                            "http://127.0.0.1:" + port.number() + "/api/auth"),
                    "",
                    "client",
                    "list");

            assertThat(list.exitCode()).isEqualTo(3);
            assertThat(list.out()).isEmpty();
            assertThat(list.err()).contains("cannot be reached").doesNotContain("hush");
        }
    }
}
