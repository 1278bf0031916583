package dev.durin.token;

import dev.durin.usage.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** A key that makes and checks tokens. Thread-safe; never shows more than its id. */
final class TokenKey {

    private static final byte[] CONTEXT = "durin token v1".getBytes(StandardCharsets.US_ASCII);

    /** How long the whole code is. */
    static final int MAC_BYTES = 32;

    /** A power of two, about as many as there may be threads at work at once. */
    private static final int IDLE = 64;

    private final String id;
    private final Map<KeyPurpose, Mac> prototypes = new EnumMap<>(KeyPurpose.class);
    private final AtomicReferenceArray<@Nullable Computation> idle = new AtomicReferenceArray<>(IDLE);

    /** The keys that come from a secret, one for each purpose. */
    TokenKey(byte[] secret) {
        this.id = HexFormat.of().formatHex(KeyDerivation.derive(secret, "durin key id", 8));
        for (KeyPurpose purpose : KeyPurpose.values()) {
            prototypes.put(purpose, KeyDerivation.hmac(KeyDerivation.derive(secret, purpose.label(), 32)));
        }
    }

    /** A name for the key, which tells nothing of it: 16 hexadecimal digits. */
    String id() {
        return id;
    }

    /** The whole 32 bytes of HMAC-SHA-256 over the context and the selector. */
    byte[] mac(Selector selector) {
        int place = (int) Thread.currentThread().getId() & IDLE - 1;
        Computation computation = idle.getAndSet(place, null);
        if (computation == null) {
            computation = new Computation(copy(KeyPurpose.TOKENS));
        }
        byte[] code = computation.of(selector);
        // As good as new, and a fresh one leaves six times as much behind for the garbage collector.
        idle.set(place, computation);
        return code;
    }

    /** The whole 32 bytes of HMAC-SHA-256 over a message, for a purpose of its own. */
    byte[] code(KeyPurpose purpose, byte[] message) {
        return copy(purpose).doFinal(message);
    }

    /** Several times cheaper than a new instance with the key set again. */
    private Mac copy(KeyPurpose purpose) {
        try {
            return (Mac) Objects.requireNonNull(prototypes.get(purpose)).clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + KeyDerivation.ALGORITHM + " can be copied", e);
        }
    }

    @Override
    public String toString() {
        return "TokenKey[" + id + "]";
    }

    /** Computes one code at a time. */
    private static final class Computation {

        private final Mac mac;
        private final byte[] message = Arrays.copyOf(CONTEXT, CONTEXT.length + Selector.BYTES);

        Computation(Mac mac) {
            this.mac = mac;
        }

        byte[] of(Selector selector) {
            selector.write(message, CONTEXT.length);
            return mac.doFinal(message);
        }
    }
}
