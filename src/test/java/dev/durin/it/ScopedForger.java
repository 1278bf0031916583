package dev.durin.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who has got hold of the key and signs whatever they like, with a library that is not Durin's. */
final class ScopedForger {

    private static final String TYPE = "durin-scoped+jwt";

    private final byte[] key;
    private final String keyId;

    /** With the key that is derived from a secret for a purpose. */
    ScopedForger(String secret, String purpose) {
        byte[] bytes = Base64.getDecoder().decode(secret);
        this.key = derive(bytes, purpose, 32);
        this.keyId = hex(derive(bytes, "durin key id", 8));
    }

    /** HKDF by RFC 5869, for no more than one block. */
    private static byte[] derive(byte[] secret, String purpose, int length) {
        byte[] extracted = mac(new byte[32], secret);
        byte[] info = (purpose + "\u0001").getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(mac(extracted, info), length);
    }

    static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] key() {
        return key;
    }

    String keyId() {
        return keyId;
    }

    /** What a token says, after the library has found its signature good. */
    String claims(String token) {
        try {
            JWSObject parsed = JWSObject.parse(token);
            if (!parsed.verify(new MACVerifier(key))
                    || !parsed.getHeader().getType().getType().equals(TYPE)) {
                throw new AssertionError("the library does not take it: " + parsed.getHeader());
            }
            return parsed.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A token as the library writes it. Its header has the members in an order of its own. */
    String byLibrary(String claims) {
        try {
            JWSObject object = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(new JOSEObjectType(TYPE))
                            .keyID(keyId)
                            .build(),
                    new Payload(claims));
            object.sign(new MACSigner(key));
            return object.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    String header() {
        return "{\"alg\":\"HS256\",\"typ\":\"" + TYPE + "\",\"kid\":\"" + keyId + "\"}";
    }

    /** Signs whatever header and claims. */
    String of(String header, String claims) {
        String signed = encode(header) + "." + encode(claims);
        return signed + "." + encode(mac(key, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    String of(String claims) {
        return of(header(), claims);
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
