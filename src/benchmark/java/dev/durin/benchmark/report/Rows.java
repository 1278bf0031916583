package dev.durin.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A file with commas and a line of names above; no rows where there is no file. */
record Rows(List<Map<String, String>> rows) {

    static Rows read(Path file) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> lines = lines(file);
            String[] names = cells(lines.get(0));
            for (String line : lines.subList(1, lines.size())) {
                rows.add(row(names, cells(line)));
            }
        }
        return new Rows(rows);
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < names.length; at++) {
            row.put(names[at], at < cells.length ? cells[at] : "");
        }
        return row;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return line.replace("\"", "").split(",", -1);
    }

    /** The number in a column. */
    static ToDoubleFunction<Map<String, String>> of(String column) {
        return row -> Double.parseDouble(row.get(column));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Map<String, String>> first(int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    Set<String> distinct(String column) {
        Set<String> values = new LinkedHashSet<>();
        rows.forEach(row -> values.add(row.get(column)));
        return values;
    }

    Rows where(String column, String value) {
        return new Rows(
                rows.stream().filter(row -> row.get(column).equals(value)).toList());
    }

    /** Of a file with names and values. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row.get("name"), row.get("value")));
        return values;
    }
}
