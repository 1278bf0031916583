package dev.durin.scoped;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths that can be read in one way alone. What a server, a proxy or JAX-RS might take for another path than it looks like is
 * none: dot segments, encoded slashes, backslashes, semicolons, control characters, empty segments, what is encoded twice, and
 * what is no UTF-8.
 */
final class ScopePath {

    /** What of a decoded path could still be decoded, or be taken for a separator. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("%[0-9A-Fa-f]{2}|[\\\\;\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]");

    private static final Pattern ESCAPED_STAR = Pattern.compile("%2[Aa]");

    private static final Pattern DOTS_OR_NOTHING = Pattern.compile("/(?:\\.{0,2}/|\\.{1,2}$)");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ScopePath() {}

    /**
     * What a path of a request says, decoded once.
     *
     * @param raw the path as it was sent
     * @return empty when it can be read in several ways
     */
    static Optional<String> decode(String raw) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (character <= ' ' || character >= 0x7f) {
                return Optional.empty();
            }
            int octet = character;
            if (character == '%') {
                octet = octet(raw, at);
                at += 2;
            }
            // An encoded slash is none of the path's own.
            if (octet < 0 || (octet == '/' && character == '%')) {
                return Optional.empty();
            }
            bytes[length++] = (byte) octet;
        }
        return text(ByteBuffer.wrap(bytes, 0, length)).filter(ScopePath::isPlain);
    }

    private static int octet(String raw, int percent) {
        if (percent + 2 >= raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(percent + 1), 16);
        int low = Character.digit(raw.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether a decoded path can be read in one way alone. */
    static boolean isPlain(String path) {
        return path.startsWith("/")
                && !AMBIGUOUS.matcher(path).find()
                && !DOTS_OR_NOTHING.matcher(path).find();
    }

    /**
     * The path of a scope, which may be written with escapes or without.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    static String ofScope(String written) {
        if (ESCAPED_STAR.matcher(written).find()) {
            // Decoded it would be taken for the one that stands for all that begins so.
            throw new IllegalArgumentException("the path \"" + shown(written)
                    + "\" must have no \"*\" that is encoded: no scope covers a star alone");
        }
        String path = written.indexOf('%') < 0
                ? written
                : decode(escaped(written)).orElseThrow(() -> new IllegalArgumentException(rule(written)));
        requireDecoded(path);
        return path;
    }

    /** What stands beside escapes need not be ASCII. */
    private static String escaped(String written) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : written.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(octet > ' ' && octet < 0x7f ? String.valueOf((char) octet) : "%" + HEX.toHexDigits(octet));
        }
        return escaped.toString();
    }

    static void requireDecoded(String path) {
        boolean starInside = path.indexOf('*') >= 0 && path.indexOf('*') < path.length() - 1;
        if (!isPlain(path) || !isText(path) || starInside || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException(rule(path));
        }
    }

    /** Whether it can be written down: half a character would become another one. */
    static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String rule(String path) {
        return "the path \"" + shown(path)
                + "\" must begin with a slash, and have no dot segments,"
                + " empty segments, semicolons, backslashes, query, fragment, or \"*\" but at its end";
    }

    private static String shown(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * Whether a path, or a scope's path with what is below it, is covered by a scope: {@code /foo} covers itself and
     * {@code /foo/bar}, {@code /foo/} what is below alone, {@code /foo*} all that begins so.
     *
     * @param scope the path of the scope
     * @param path the decoded path of a request
     */
    static boolean covers(String scope, String path) {
        if (scope.endsWith("*")) {
            return path.startsWith(scope.substring(0, scope.length() - 1));
        }
        if (!path.startsWith(scope)) {
            return false;
        }
        return scope.endsWith("/") || path.length() == scope.length() || path.charAt(scope.length()) == '/';
    }
}
