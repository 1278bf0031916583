package dev.durin.token;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What finds a token, as it is looked up in memory: in less than half of the room that its text takes.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
record Selector(long high, long low) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int CHARACTERS = 32;
    private static final int MIDDLE = CHARACTERS / 2;

    /**
     * Reads a selector.
     *
     * @param text what has it
     * @param from where its 32 hexadecimal digits begin
     */
    static Selector in(String text, int from) {
        return new Selector(
                HexFormat.fromHexDigitsToLong(text, from, from + MIDDLE),
                HexFormat.fromHexDigitsToLong(text, from + MIDDLE, from + CHARACTERS));
    }

    /** Reads a selector of the table, where somebody may have written anything by hand. */
    static Optional<Selector> parse(String text) {
        boolean written = text.length() == CHARACTERS && text.chars().allMatch(HexFormat::isHexDigit);
        return written ? Optional.of(in(text, 0)) : Optional.empty();
    }

    /** The sixteen bytes. */
    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    /** The 32 hexadecimal digits, as the table has them. */
    String text() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /** Half of a token's text is not shown. */
    @Override
    public String toString() {
        return "Selector[…]";
    }
}
