package dev.durin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scripts for one database, in order. They are the files that the JAR of Durin itself runs, found by their names.
 *
 * @param all every script, the first one first
 */
record SchemaScripts(List<Script> all) {

    private static final String FOLDER = "META-INF/durin/db/";
    private static final Set<String> DATABASES = Set.of("h2", "postgresql", "mariadb");
    private static final Pattern FILE = Pattern.compile("V(\\d+)__\\w+\\.sql");

    /**
     * One script.
     *
     * @param version its number
     * @param fileName its file
     * @param text what is in it
     */
    record Script(int version, String fileName, String text) {}

    static SchemaScripts of(String database) {
        String folder = database.toLowerCase(Locale.ROOT);
        if (!DATABASES.contains(folder)) {
            throw CommandFailedException.usage("--database: it must be one of h2, postgresql, mariadb.");
        }
        try {
            return new SchemaScripts(read(location(FOLDER + folder + "/V1__clients_tokens_keys.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int latest() {
        return all.get(all.size() - 1).version();
    }

    List<Script> from(int version) {
        return all.stream().filter(script -> script.version() >= version).toList();
    }

    private static URI location(String file) {
        URL url = SchemaScripts.class.getClassLoader().getResource(file);
        try {
            if (url == null) {
                throw new IllegalStateException("the JAR has no " + file);
            }
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that stand beside the first one, in a JAR or in a directory. */
    private static List<Script> read(URI first) throws IOException {
        if (!first.getScheme().equals("jar")) {
            return beside(Path.of(first));
        }
        try (FileSystem jar = FileSystems.newFileSystem(first, Map.of())) {
            String entry = first.toString();
            return beside(jar.getPath(entry.substring(entry.indexOf("!/") + 1)));
        }
    }

    private static List<Script> beside(Path first) throws IOException {
        try (Stream<Path> files = Files.list(first.resolveSibling(""))) {
            return files.map(SchemaScripts::script)
                    .flatMap(Stream::ofNullable)
                    .sorted(Comparator.comparingInt(Script::version))
                    .toList();
        }
    }

    private static @Nullable Script script(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher matcher = FILE.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new Script(
                    Integer.parseInt(matcher.group(1)),
                    name,
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
