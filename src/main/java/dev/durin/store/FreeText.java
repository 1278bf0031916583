package dev.durin.store;

/** Text from outside, made fit for a column: too long is no error, and control characters cannot forge a line. */
public final class FreeText {

    private FreeText() {}

    /**
     * As much of a text as a column takes.
     *
     * @param text the text
     * @param most how many characters the column has
     * @return the text, cut where a character ends, with spaces for what could forge a line
     */
    public static String cut(String text, int most) {
        // Nearly every text is fit already, and this is on the way of a token's first use after each writing.
        return text.length() <= most && isPlain(text) ? text : changed(text, most);
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            // No pair of surrogates stands for what is deceptive.
            if (isDeceptive(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static String changed(String text, int most) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
        text.codePoints()
                .map(point -> isDeceptive(point) ? ' ' : point)
                .takeWhile(point -> kept.length() + Character.charCount(point) <= most)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }

    /** What ends a line, or turns the direction of what is read after it. */
    private static boolean isDeceptive(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
