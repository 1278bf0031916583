package dev.durin.token;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF with SHA-256, so that each purpose has a key of its own and a value made for one never passes for another.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869#section-2">RFC 5869, section 2</a>
 */
final class KeyDerivation {

    static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private KeyDerivation() {}

    /**
     * A key for one purpose.
     *
     * @param secret the key that it comes from
     * @param salt may be empty
     * @param purpose what the key is for
     * @param length how many bytes, at most 255 times 32
     */
    static byte[] derive(byte[] secret, byte[] salt, byte[] purpose, int length) {
        byte[] extracted = hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(secret);
        Mac expand = hmac(extracted);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int filled = 0, counter = 1; filled < length; filled += HASH_BYTES, counter++) {
            expand.update(block);
            expand.update(purpose);
            expand.update((byte) counter);
            block = expand.doFinal();
            System.arraycopy(block, 0, output, filled, Math.min(HASH_BYTES, length - filled));
        }
        Arrays.fill(extracted, (byte) 0);
        return output;
    }

    static byte[] derive(byte[] secret, String purpose, int length) {
        return derive(secret, new byte[0], purpose.getBytes(StandardCharsets.US_ASCII), length);
    }

    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
