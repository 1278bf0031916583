package dev.durin.config;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the text of a setting becomes a value.
 *
 * @param name the type's name in the documentation
 * @param example a value that would be right
 * @param reader makes the value, or throws an {@link IllegalArgumentException} that says what is wrong with the text
 */
record SettingType<T>(String name, String example, Function<String, T> reader) {

    static final SettingType<Boolean> BOOLEAN = new SettingType<>("boolean", "true", SettingType::readBoolean);
    static final SettingType<Lifetime> LIFETIME =
            new SettingType<>("duration or `never`", "14d", SettingType::readLifetime);
    static final SettingType<Optional<Rate>> OPTIONAL_RATE = new SettingType<>(
            "rate or `unlimited`",
            "100/h",
            text -> text.isEmpty() || text.equalsIgnoreCase("unlimited")
                    ? Optional.empty()
                    : Optional.of(Rate.parse(text)));
    static final SettingType<Optional<Rate>> RATE_OR_NONE = new SettingType<>(
            "rate or `none`",
            "100/h",
            text -> text.equalsIgnoreCase("none") ? Optional.empty() : Optional.of(Rate.parse(text)));
    static final SettingType<String> TEXT = new SettingType<>("text", "text", Function.identity());

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    T read(String text) {
        try {
            return reader.apply(text.strip());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static <E extends Enum<E>> SettingType<E> oneOf(Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(SettingType::written).toList();
        return new SettingType<>(names.stream().collect(Collectors.joining("`, `", "`", "`")), names.get(0), text -> {
            int position = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (position < 0) {
                throw new IllegalArgumentException("it must be one of " + String.join(", ", names));
            }
            return type.getEnumConstants()[position];
        });
    }

    private static String written(Enum<?> constant) {
        return ConfigWord.of(constant);
    }

    /** A whole number, or empty for none. */
    static SettingType<Optional<Integer>> optionalNumber(int least, int most, String example) {
        SettingType<Integer> number = wholeNumber(least, most, example);
        return new SettingType<>(
                number.name(),
                example,
                text -> text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(number.reader().apply(text)));
    }

    static SettingType<Integer> wholeNumber(int least, int most, String example) {
        return new SettingType<>("whole number", example, text -> {
            if (!text.matches("-?\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException("it must be a whole number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        });
    }

    static SettingType<Duration> duration(Duration least, Duration most) {
        return duration(least, most, "15m");
    }

    static SettingType<Duration> duration(Duration least, Duration most, String example) {
        return new SettingType<>("duration", example, text -> {
            Duration duration = readDuration(text);
            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                throw new IllegalArgumentException("it must be from " + least + " to " + most);
            }
            return duration;
        });
    }

    /** A duration, or {@code 0} for not at all. */
    static SettingType<Duration> durationOrOff(Duration least, Duration most, String example) {
        return new SettingType<>("duration", example, text -> {
            Duration duration = readDuration(text);
            if (!duration.isZero() && (duration.compareTo(least) < 0 || duration.compareTo(most) > 0)) {
                throw new IllegalArgumentException("it must be 0, or from " + least + " to " + most);
            }
            return duration;
        });
    }

    static SettingType<String> text(String example, Pattern allowed, String rule) {
        return new SettingType<>("text", example, text -> {
            if (!allowed.matcher(text).matches()) {
                throw new IllegalArgumentException(rule);
            }
            return text;
        });
    }

    static SettingType<List<String>> list(SettingType<String> element) {
        return new SettingType<>(
                "list of text, separated by commas", element.example(), text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(element::read)
                        .toList());
    }

    private static Boolean readBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it must be true or false");
        };
    }

    private static Lifetime readLifetime(String text) {
        return text.equalsIgnoreCase("never") ? Lifetime.UNLIMITED : Lifetime.of(readDuration(text));
    }

    private static Duration readDuration(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (!matcher.matches()) {
            return readIsoDuration(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration readIsoDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "it must be a duration, either a number with ms, s, m, h or d, or ISO 8601 such as PT12H", e);
        }
    }
}
