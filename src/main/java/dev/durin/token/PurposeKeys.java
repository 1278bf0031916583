package dev.durin.token;

import dev.durin.config.Part;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Authentication codes for what is no token, by keys that come from those of {@code durin.secret-key} and are used for
 * nothing else. Thread-safe.
 */
@Part
public class PurposeKeys {

    private final TokenKeys keys;

    @Inject
    PurposeKeys(TokenKeys keys) {
        this.keys = keys;
    }

    /**
     * The id of the key that makes new codes. It tells nothing of the key.
     *
     * @return 16 hexadecimal digits
     */
    public String signingId() {
        return keys.signing().id();
    }

    /**
     * The code of a message.
     *
     * @param purpose what it is for
     * @param keyId which key shall make it
     * @param message the message
     * @return the 32 bytes of HMAC-SHA-256, or empty when there is no such key any more
     */
    public Optional<byte[]> code(KeyPurpose purpose, String keyId, byte[] message) {
        return keys.byId(keyId).map(key -> key.code(purpose, message));
    }
}
