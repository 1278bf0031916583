package dev.durin.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One numbered step of the schema. A script never changes once it was released.
 *
 * @param version its number
 * @param description its name
 */
record SchemaScript(int version, String description) {

    /** Every step, in order. */
    static final List<SchemaScript> ALL = List.of(
            new SchemaScript(1, "clients_tokens_keys"),
            new SchemaScript(2, "declared_clients"),
            new SchemaScript(3, "usage"),
            new SchemaScript(4, "revocations"),
            new SchemaScript(5, "limits"),
            new SchemaScript(6, "accounts"),
            new SchemaScript(7, "mail"),
            new SchemaScript(8, "scoped_tokens"),
            new SchemaScript(9, "lists"));

    /** The version of the tables that this JAR works with. */
    static final int LATEST = ALL.get(ALL.size() - 1).version();

    /** Its statements for a database. The scripts end every statement with a semicolon at the end of a line. */
    List<String> statements(Database database) {
        String file = database.folder() + "V" + version + "__" + description + ".sql";
        try (InputStream stream = SchemaScript.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the JAR has no " + file);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.strip().startsWith("--"))
                    .collect(Collectors.joining("\n"));
            return Arrays.stream(text.split(";\\s*(\n|$)"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
