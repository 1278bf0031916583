package dev.durin.authentication;

import java.util.List;

/**
 * What the {@code Authorization} header says, by the rules of RFC 9110, section 11.6.2: a scheme in any case of
 * letters, then one credential. The one place that knows this syntax.
 */
sealed interface AuthorizationHeader {

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
        // Some servers and proxies join two headers by a comma, so two are read as one with a space in it.
        String value = String.join(", ", values).strip();
        int end = endOfScheme(value);
        String scheme = value.substring(0, end);
        if (schemes.stream().noneMatch(scheme::equalsIgnoreCase)) {
            return new Absent();
        }
        String credential = value.substring(end).strip();
        if (credential.isEmpty()) {
            return new Malformed("Invalid token header. No credentials provided.");
        }
        if (credential.chars().anyMatch(character -> character == ' ' || character == '\t')) {
            return new Malformed("Invalid token header. Token string should not contain spaces.");
        }
        if (credential.chars().anyMatch(character -> character <= ' ' || character >= 0x7f)) {
            return new Malformed("Invalid token header. Token string should not contain invalid characters.");
        }
        return new Credential(credential);
    }

    private static int endOfScheme(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) == ' ' || value.charAt(at) == '\t') {
                return at;
            }
        }
        return value.length();
    }
}
