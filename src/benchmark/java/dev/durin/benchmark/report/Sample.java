package dev.durin.benchmark.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Values of the rounds, in their order. */
record Sample(double[] values) {

    boolean isEmpty() {
        return values.length == 0;
    }

    double median() {
        return quantile(0.5);
    }

    Sample map(DoubleUnaryOperator change) {
        return new Sample(Arrays.stream(values).map(change).toArray());
    }

    private double quantile(double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The median, and the quartiles in brackets. */
    @Override
    public String toString() {
        return isEmpty() ? "" : plain(median()) + " (" + plain(quantile(0.25)) + " … " + plain(quantile(0.75)) + ")";
    }

    /** Three digits or so: more would not be the same the next time. */
    static String plain(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        if (Math.abs(value) < 1) {
            return String.format(Locale.ROOT, "%.3f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
    }

    /** A number as {@link #plain(double)} has it, any other text as it is. */
    static String plain(String text) {
        return text.matches("-?[0-9][0-9.E-]*") ? plain(Double.parseDouble(text)) : text;
    }
}
