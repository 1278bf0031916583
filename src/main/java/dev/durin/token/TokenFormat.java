package dev.durin.token;

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

    private static final int SELECTOR_BYTES = 16;
    private static final int SELECTOR_CHARACTERS = 2 * SELECTOR_BYTES;
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
        this.macBytes = length / 2 - SELECTOR_BYTES;
    }

    /** A selector that nobody had before: 32 hexadecimal digits. */
    String newSelector() {
        byte[] selector = new byte[SELECTOR_BYTES];
        random.nextBytes(selector);
        return HEX.formatHex(selector);
    }

    /** The text of the token with this selector. */
    TokenText write(String selector, TokenKey key) {
        byte[] mac = leftmost(key.mac(HEX.parseHex(selector)));
        return new TokenText(prefix + selector + HEX.formatHex(mac));
    }

    /**
     * The selector of a token that one of the keys has made, with that key.
     *
     * @return empty when the text is no token, or none of ours
     */
    Optional<Checked> check(String text, List<TokenKey> keys) {
        int length = prefix.length() + SELECTOR_CHARACTERS + 2 * macBytes;
        if (text.length() != length || !text.startsWith(prefix) || !isLowerHex(text, prefix.length())) {
            return Optional.empty();
        }
        int middle = prefix.length() + SELECTOR_CHARACTERS;
        byte[] selector = HEX.parseHex(text, prefix.length(), middle);
        byte[] mac = HEX.parseHex(text, middle, length);
        for (TokenKey key : keys) {
            if (MessageDigest.isEqual(mac, leftmost(key.mac(selector)))) {
                return Optional.of(new Checked(Selector.in(text, prefix.length()), key.id()));
            }
        }
        return Optional.empty();
    }

    private byte[] leftmost(byte[] mac) {
        return mac.length == macBytes ? mac : Arrays.copyOf(mac, macBytes);
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
