package dev.durin.token;

import dev.durin.spi.Expiry;
import dev.durin.usage.LastUse;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;

/** Tokens for tests; a test writes down only what matters to it. */
public final class TestTokens {

    /** When the tokens of this class were issued. */
    public static final Instant CREATED = Instant.parse("2026-11-20T05:18:04.673Z");

    static final long CLIENT_ID = 7;

    static final String SELECTOR = "000102030405060708090a0b0c0d0e0f";

    private TestTokens() {}

    /** A good token of a caller and a client. */
    public static VerifiedToken verified(String caller, String client, String... groups) {
        return new VerifiedToken(stored(caller, client), Set.of(groups));
    }

    static StoredToken stored(String caller, String client) {
        return new StoredToken(
                token(caller, client),
                CLIENT_ID,
                new StoredClient(client, true, null),
                SELECTOR,
                key(0).id(),
                Set.of(),
                CallerOrigin.UNKNOWN);
    }

    static Token token(String caller, String client) {
        Expiry expiry = Expiry.at(CREATED.plusSeconds(86_400));
        return new Token(42, caller, client, "laptop", CREATED, expiry, "192.0.2.1", "curl/8", LastUse.NEVER);
    }

    /** The text that a key of this secret makes of a selector. */
    public static String text(String selector, byte[] secret) {
        return new TokenFormat("", 64).write(selector, new TokenKey(secret)).reveal();
    }

    /** A key of 32 bytes that count on from the given one. */
    static TokenKey key(int firstByte) {
        return new TokenKey(secret(firstByte));
    }

    static byte[] secret(int firstByte) {
        byte[] secret = new byte[32];
        IntStream.range(0, secret.length).forEach(at -> secret[at] = (byte) (firstByte + at));
        return secret;
    }
}
