package dev.durin.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the logins of a name are counted under. Identity stores may take several spellings for one name, as databases do
 * that tell neither capitals nor accents apart; each must not have guesses of its own. Two people whose names are that
 * close share a count; what one of them has failed is not forgiven when the other one succeeds.
 */
final class CountedName {

    private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\p{C}\\p{Z}\\s]");
    private static final String VARIANT = " WITH ";

    private CountedName() {}

    /** A digest: as short for any name, and whoever types a password for the name leaves none in memory. */
    static String of(String username) {
        return digest(folded(username));
    }

    /** Likewise, of this spelling alone. */
    static String exactly(String username) {
        return digest(username);
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String folded(String username) {
        String letters = IGNORED.matcher(Normalizer.normalize(username, Normalizer.Form.NFKD))
                .replaceAll("");
        return letters.codePoints()
                .map(CountedName::plain)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                // Some letters are alike as capitals alone.
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A letter whose stroke or hook is no mark of its own, without it. */
    private static int plain(int letter) {
        String name = letter < 0x80 ? null : Character.getName(letter);
        int end = name == null ? -1 : name.indexOf(VARIANT);
        if (name == null || end < 0) {
            return letter;
        }
        try {
            return Character.codePointOf(name.substring(0, end));
        } catch (IllegalArgumentException e) {
            return letter;
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
