package dev.durin.authentication;

import java.util.List;

/**
 * What the {@code Authorization} header says, by the rules of RFC 9110, section 11.6.2: a scheme in any case of
 * letters, then one credential. The one place that knows this syntax.
 */
sealed interface AuthorizationHeader {

    /** What is said of two credentials, in one header or in two. */
    String SEVERAL = "Invalid token header. Token string should not contain spaces.";

    /** The one that says nothing. */
    AuthorizationHeader ABSENT = new Absent();

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
        String value = trimmed(values.size() == 1 ? values.get(0) : String.join(", ", values));
        int end = firstSpace(value);
        if (!carriesToken(value, schemes)) {
            return ABSENT;
        }
        String credential = trimmed(value.substring(end));
        if (credential.isEmpty()) {
            return new Malformed("Invalid token header. No credentials provided.");
        }
        if (firstSpace(credential) < credential.length()) {
            return new Malformed(SEVERAL);
        }
        if (!isVisibleAscii(credential)) {
            return new Malformed("Invalid token header. Token string should not contain invalid characters.");
        }
        return new Credential(credential);
    }

    // With plain loops from here on: this is on the way of every request.
    private static boolean carriesToken(String value, List<String> schemes) {
        String trimmed = trimmed(value);
        int end = firstSpace(trimmed);
        for (int at = 0; at < schemes.size(); at++) {
            String scheme = schemes.get(at);
            if (scheme.length() == end && trimmed.regionMatches(true, 0, scheme, 0, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVisibleAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) <= ' ' || text.charAt(at) >= 0x7f) {
                return false;
            }
        }
        return true;
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

    private static int firstSpace(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (isSpace(value.charAt(at))) {
                return at;
            }
        }
        return value.length();
    }
}
