package dev.durin.authentication;

import java.util.List;

/**
 * What the {@code Authorization} header says, by the rules of RFC 9110, section 11.6.2: a scheme in any case of
 * letters, then one credential. The one place that knows this syntax.
 */
sealed interface AuthorizationHeader {

    /** What is said of two credentials, in one header or in two. */
    String SEVERAL = "Invalid token header. Token string should not contain spaces.";

    /** No header, or a scheme that is not ours: somebody else's business. */
    record Absent() implements AuthorizationHeader {}

    /**
     * Our scheme, but not one credential behind it.
     *
     * @param detail what is wrong, for the caller
     */
    record Malformed(String detail) implements AuthorizationHeader {}

    /**
     * A credential.
     *
     * @param text what is presented as a token; a secret
     */
    record Credential(String text) implements AuthorizationHeader {
        @Override
        public String toString() {
            return "Credential[…]";
        }
    }

    /**
     * Reads the header.
     *
     * @param values every value of the header, in order
     * @param schemes the schemes that carry a token
     */
    static AuthorizationHeader parse(List<String> values, List<String> schemes) {
        if (values.size() > 1 && values.stream().anyMatch(value -> carriesToken(value, schemes))) {
            return new Malformed(SEVERAL);
        }
        // Some servers and proxies join two headers by a comma themselves; then a space is found in the credential.
        String value = trimmed(String.join(", ", values));
        int end = endOfScheme(value);
        if (!carriesToken(value, schemes)) {
            return new Absent();
        }
        String credential = trimmed(value.substring(end));
        if (credential.isEmpty()) {
            return new Malformed("Invalid token header. No credentials provided.");
        }
        if (credential.chars().anyMatch(character -> isSpace((char) character))) {
            return new Malformed(SEVERAL);
        }
        if (credential.chars().anyMatch(character -> character <= ' ' || character >= 0x7f)) {
            return new Malformed("Invalid token header. Token string should not contain invalid characters.");
        }
        return new Credential(credential);
    }

    private static boolean carriesToken(String value, List<String> schemes) {
        String trimmed = trimmed(value);
        String scheme = trimmed.substring(0, endOfScheme(trimmed));
        return schemes.stream().anyMatch(scheme::equalsIgnoreCase);
    }

    /** Without the white space that RFC 9110, section 5.6.3, knows: spaces and tabs. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    private static int endOfScheme(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (isSpace(value.charAt(at))) {
                return at;
            }
        }
        return value.length();
    }
}
