package dev.durin.usage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What tells a token from every other, as it is kept in memory: in less than half of the room that its text takes.
 * Half of the token's text; the other half, its authentication code, is what nobody can guess.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record Selector(long high, long low) implements Comparable<Selector> {

    /** How many bytes a selector has. */
    public static final int BYTES = 2 * Long.BYTES;

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final HexFormat HEX = HexFormat.of();
    private static final int CHARACTERS = 2 * BYTES;
    private static final int MIDDLE = CHARACTERS / 2;

    /** As the texts are ordered. */
    private static final Comparator<Selector> ORDER = Comparator.comparing(Selector::high, Long::compareUnsigned)
            .thenComparing(Selector::low, Long::compareUnsigned);

    /**
     * Reads a selector.
     *
     * @param text what has it
     * @param from where its 32 hexadecimal digits begin
     * @return the selector
     */
    public static Selector in(String text, int from) {
        return new Selector(
                HexFormat.fromHexDigitsToLong(text, from, from + MIDDLE),
                HexFormat.fromHexDigitsToLong(text, from + MIDDLE, from + CHARACTERS));
    }

    /**
     * Reads a selector of the table, where somebody may have written anything by hand.
     *
     * @param text the text
     * @return the selector that is written so, or empty when none is
     */
    public static Optional<Selector> parse(String text) {
        boolean written = text.length() == CHARACTERS && text.chars().allMatch(Selector::isDigit);
        return written ? Optional.of(in(text, 0)) : Optional.empty();
    }

    /** In lower case alone: what is spelled otherwise is another row. */
    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /**
     * Writes its bytes to where its authentication code is computed, without an object of their own: that is on the way of
     * every request.
     *
     * @param target where to
     * @param from the place of the first byte
     */
    public void write(byte[] target, int from) {
        BIG_ENDIAN.set(target, from, high);
        BIG_ENDIAN.set(target, from + Long.BYTES, low);
    }

    /**
     * What finds its row.
     *
     * @return the 32 hexadecimal digits, as the table has them
     */
    public String text() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /** One order on all nodes, so that none waits for another that waits for it. */
    @Override
    public int compareTo(Selector other) {
        return ORDER.compare(this, other);
    }

    /** Half of a token's text is not shown. */
    @Override
    public String toString() {
        return "Selector[…]";
    }
}
