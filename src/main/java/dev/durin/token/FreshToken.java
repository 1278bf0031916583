package dev.durin.token;

import dev.durin.spi.Expiry;
import java.time.Instant;

/**
 * The parts of a token that begins now.
 *
 * @param selector what will find it
 * @param keyId the key that makes its text
 * @param now the present moment
 * @param expiry when it ends
 */
record FreshToken(String selector, String keyId, Instant now, Expiry expiry) {

    /** Without the selector, which is half of the token's text. */
    @Override
    public String toString() {
        return "FreshToken[keyId=" + keyId + ", expiry=" + expiry + "]";
    }
}
