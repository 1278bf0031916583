package dev.durin.token;

import dev.durin.usage.Selector;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How a token is written: the prefix, a selector of 16 random bytes and a message authentication code over it, both in
 * lower-case hexadecimal digits. One token has one spelling; anything else is none. Made of characters that RFC 6750,
 * section 2.1, allows in a header.
 */
final class TokenFormat {

    private static final int SELECTOR_CHARACTERS = 2 * Selector.BYTES;
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final String prefix;
    private final int macBytes;

    /**
     * The format of a setting.
     *
     * @param prefix what every token begins with
     * @param length how many characters follow, even, 64 to 96
     */
    TokenFormat(String prefix, int length) {
        this.prefix = prefix;
        this.macBytes = length / 2 - Selector.BYTES;
    }

    /** A selector that nobody had before: 32 hexadecimal digits. */
    String newSelector() {
        byte[] selector = new byte[Selector.BYTES];
        random.nextBytes(selector);
        return HEX.formatHex(selector);
    }

    /** The text of the token with this selector. */
    TokenText write(String selector, TokenKey key) {
        byte[] mac = Arrays.copyOf(key.mac(Selector.in(selector, 0)), macBytes);
        return new TokenText(prefix + selector + HEX.formatHex(mac));
    }

    /**
     * The selector of a token that one of the keys has made, with that key.
     *
     * @return empty when the text is no token, or none of ours
     */
    Optional<Checked> check(String text, List<TokenKey> keys) {
        if (!isWritten(text)) {
            return Optional.empty();
        }
        Selector selector = Selector.in(text, prefix.length());
        byte[] presented = bytes(text, prefix.length() + SELECTOR_CHARACTERS);
        for (TokenKey key : keys) {
            byte[] made = key.mac(selector);
            Arrays.fill(made, macBytes, made.length, (byte) 0);
            if (MessageDigest.isEqual(presented, made)) {
                return Optional.of(new Checked(selector, key.id()));
            }
        }
        return Optional.empty();
    }

    /** Whether a text is written as tokens are, whoever has made it. */
    boolean isWritten(String text) {
        return text.length() == prefix.length() + SELECTOR_CHARACTERS + 2 * macBytes
                && text.startsWith(prefix)
                && isLowerHex(text, prefix.length());
    }

    /**
     * The bytes of a code, and zeros for those that are left out of it. Not by parseHex, which makes a text of its own from
     * a part of a text; this is on the way of every request.
     */
    private byte[] bytes(String text, int from) {
        byte[] bytes = new byte[TokenKey.MAC_BYTES];
        for (int at = 0; at < macBytes; at++) {
            bytes[at] = (byte) HexFormat.fromHexDigits(text, from + 2 * at, from + 2 * at + 2);
        }
        return bytes;
    }

    private static boolean isLowerHex(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char digit = text.charAt(at);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** A selector and the id of the key that vouches for it. */
    record Checked(Selector selector, String keyId) {}
}
