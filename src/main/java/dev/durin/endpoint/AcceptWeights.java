package dev.durin.endpoint;

import java.util.regex.Pattern;

/**
 * The weights of an {@code Accept} header (RFC 9110, section 12.4.2). The patterns never go back: whoever sends thousands
 * of digits must not keep a thread busy.
 */
final class AcceptWeights {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    private static final Pattern NO_NUMBER = Pattern.compile(
            ";\\s*+q\\s*+=(?!\\s*+(?:\\d++(?:\\.\\d*+)?|\\.\\d++)\\s*+(?:[,;]|$))", Pattern.CASE_INSENSITIVE);

    private AcceptWeights() {}

    /** Whether each weight is a number, of however many digits. */
    static boolean areNumbers(String accept) {
        return !NO_NUMBER.matcher(QUOTED.matcher(accept).replaceAll("\"\"")).find();
    }
}
