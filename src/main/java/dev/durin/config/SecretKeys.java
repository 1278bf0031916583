package dev.durin.config;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The keys of {@code durin.secret-key}. Never shown: {@code toString} tells only how many there are.
 *
 * @param configured the keys in their order, the first one signs; empty when none is configured
 * @param inDatabase whether the operator knowingly keeps the key in the database
 */
public record SecretKeys(List<byte[]> configured, boolean inDatabase) {

    /** The fewest bytes of a key. */
    public static final int LEAST_BYTES = 32;

    /** Nothing was configured. */
    static final SecretKeys UNSET = new SecretKeys(List.of(), false);

    /** Copies the list; the keys themselves are never changed. */
    public SecretKeys {
        configured = List.copyOf(configured);
    }

    static SecretKeys parse(String text) {
        if (text.isEmpty()) {
            return UNSET;
        }
        if (text.equalsIgnoreCase("database")) {
            return new SecretKeys(List.of(), true);
        }
        return new SecretKeys(
                Arrays.stream(text.split(",", -1)).map(SecretKeys::key).toList(), false);
    }

    private static byte[] key(String text) {
        byte[] key = decode(text.strip());
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "each key must have at least " + LEAST_BYTES + " bytes, one has " + key.length);
        }
        return key;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes characters of the key, so it is neither shown nor kept as the cause.
            throw new IllegalArgumentException("each key must be Base64, separated by commas");
        }
    }

    @Override
    public String toString() {
        return "SecretKeys[" + configured.size() + " configured, inDatabase=" + inDatabase + "]";
    }
}
