package dev.durin.token;

/** Text from outside, made fit for a column: too long is no error, and control characters cannot forge a line. */
final class FreeText {

    private FreeText() {}

    static String cut(String text, int most) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .takeWhile(point -> kept.length() + Character.charCount(point) <= most)
                .forEachOrdered(kept::appendCodePoint);
        return kept.toString();
    }
}
