package dev.durin.token;

import dev.durin.config.TestSettings;
import dev.durin.spi.Expiry;
import dev.durin.usage.LastUse;
import dev.durin.usage.Selector;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tokens for tests; a test writes down only what matters to it. */
public final class TestTokens {

    /** When the tokens of this class were issued. */
    public static final Instant CREATED = Instant.parse("2026-11-20T05:18:04.673Z");

    static final long CLIENT_ID = 7;

    static final String SELECTOR = "000102030405060708090a0b0c0d0e0f";

    private static final TokenCache COMMON = new TokenCache(TestSettings.of(Map.of()), () -> CREATED);

    private TestTokens() {}

    /** A good token of a caller and a client. */
    public static VerifiedToken verified(String caller, String client, String... groups) {
        return verified(stored(caller, client), CREATED.toEpochMilli(), groups);
    }

    /** What is found out of a row from a moment on, in epoch milliseconds. */
    static VerifiedToken verified(StoredToken stored, long began, String... groups) {
        return new VerifiedToken(stored, Selector.in(stored.selector(), 0), Set.of(groups), began, COMMON);
    }

    static StoredToken stored(String caller, String client) {
        return new StoredToken(
                token(caller, client),
                new StoredClient(CLIENT_ID, client, true, null),
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
