package dev.durin.cli;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns of equal width. Not thread-safe. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        rows.add(headings);
    }

    static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** A row for each object, with some of its members in words. */
    Table rows(List<JsonObject> objects, String... members) {
        objects.forEach(object -> rows.add(
                Arrays.stream(members).map(member -> Text.of(object, member)).toList()));
        return this;
    }

    /** Its lines, the headings first. */
    List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int at = 0; at < widths.length; at++) {
                widths[at] = Math.max(widths[at], width(row.get(at)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < widths.length; at++) {
            String cell = row.get(at);
            line.append(cell).append(" ".repeat(widths[at] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
