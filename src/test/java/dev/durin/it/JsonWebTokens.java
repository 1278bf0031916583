package dev.durin.it;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who signs MicroProfile's JSON Web Tokens, and what an application must be told to believe them. */
final class JsonWebTokens {

    private static final String ISSUER = "https://issuer.example";
    private static final KeyPair KEY = key();

    private JsonWebTokens() {}

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings of MicroProfile's. */
    static Map<String, String> settings() {
        return Map.of(
                "mp.jwt.verify.issuer",
                ISSUER,
                "mp.jwt.verify.publickey",
                Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded()));
    }

    /** A good one. */
    static String of(String caller, String... groups) {
        return of(Duration.ofMinutes(10), caller, groups);
    }

    /** One that lives so long. */
    static String of(Duration life, String caller, String... groups) {
        Instant now = Instant.now();
        String claims = Json.createObjectBuilder()
                .add("iss", ISSUER)
                .add("sub", caller)
                .add("upn", caller)
                .add("jti", caller + now)
                .add("iat", now.getEpochSecond())
                .add("exp", now.plus(life).getEpochSecond())
                .add("groups", Json.createArrayBuilder(List.of(groups)))
                .build()
                .toString();
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(signature(signed));
    }

    private static byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEY.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
