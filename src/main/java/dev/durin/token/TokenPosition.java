package dev.durin.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in a list of tokens: behind which one a page begins. Rows that come and go move nothing.
 *
 * @param order the order of the list
 * @param millis when the token was issued, or when it ends, in epoch milliseconds; {@link #NEVER}, when it never does
 * @param id the token's id
 * @param caller the caller's name
 */
public record TokenPosition(TokenQuery.Order order, long millis, long id, String caller) {

    /** Of a token that never ends; later than any time. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int PARTS = 4;

    /**
     * Writes it as text that fits into a query string. There is no secret in it.
     *
     * @return the text
     */
    public String text() {
        String parts = word(order) + ":" + millis + ":" + id + ":" + (order == TokenQuery.Order.CALLER ? caller : "");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads it.
     *
     * @param text what is said to be such a text
     * @param order the order of the list
     * @return the place, or empty when the text is none of a list in this order
     */
    public static Optional<TokenPosition> parse(String text, TokenQuery.Order order) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", PARTS);
            if (parts.length != PARTS || !parts[0].equals(word(order)) || parts[3].indexOf('\0') >= 0) {
                return Optional.empty();
            }
            return Optional.of(new TokenPosition(order, Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(TokenQuery.Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
