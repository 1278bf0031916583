package dev.durin.config;

import java.util.Comparator;
import java.util.List;

/** Guesses which key somebody meant. */
final class NearestKey {

    private NearestKey() {}

    static String to(String mistyped, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(key -> distance(mistyped, key)))
                .orElse("");
    }

    /** Levenshtein's distance: how many letters to add, drop or change. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }
}
