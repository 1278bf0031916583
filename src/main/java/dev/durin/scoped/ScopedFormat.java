package dev.durin.scoped;

import dev.durin.config.Part;
import dev.durin.token.KeyPurpose;
import dev.durin.token.PurposeKeys;
import dev.durin.usage.Selector;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a scoped token is written: a compact JWS with one header, one algorithm and one spelling. Nothing of it is read before
 * its authentication code was checked; the header is only compared. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515, section 7.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3">RFC 8725, section 3</a>
 */
@Part
class ScopedFormat {

    /** What fits into the header or the address of a request on any server. */
    static final int LONGEST = 4096;

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"durin-scoped+jwt\",\"kid\":\"%s\"}";
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern PARTS = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{43})");
    private static final int HEADER_LENGTH = encoded(header("0".repeat(16))).length();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final PurposeKeys keys;

    @Inject
    ScopedFormat(PurposeKeys keys) {
        this.keys = keys;
    }

    /**
     * The text of a token.
     *
     * @param parent what finds the token that it is made with; null when there is none
     * @throws InvalidScopedTokenException when it would be too long
     */
    String write(Claims claims, @Nullable Selector parent) {
        String keyId = keys.signingId();
        Claims whole = parent == null ? claims : withParent(claims, mask(parent, claims.id(), keyId));
        String signed = encoded(header(keyId)) + "." + encoded(ClaimsFormat.write(whole));
        String text = signed + "." + encoded(code(keyId, signed).orElseThrow());
        if (text.length() > LONGEST) {
            throw new InvalidScopedTokenException(
                    "scope",
                    "This is too much: a token has at most " + LONGEST + " characters, so that it can be sent.");
        }
        return text;
    }

    private static Claims withParent(Claims claims, byte[] masked) {
        return new Claims(
                claims.issuer(),
                claims.audience(),
                claims.caller(),
                claims.id(),
                claims.issued(),
                claims.expiry(),
                claims.generation(),
                encoded(masked),
                claims.recipient(),
                claims.operations());
    }

    /**
     * What a text says.
     *
     * @param text what was presented as a token, whatever it is
     * @return empty when none of our keys has made it for a scoped token, or it is spelled otherwise
     */
    Optional<Read> read(String text) {
        Matcher parts = text.length() > LONGEST ? PARTS.matcher("") : PARTS.matcher(text);
        if (!parts.matches() || parts.group(1).length() != HEADER_LENGTH) {
            return Optional.empty();
        }
        String keyId = keyId(parts.group(1));
        String signed = text.substring(0, parts.end(2));
        // A key that is not ours has no code; its time is no secret.
        return code(keyId, signed)
                .filter(code -> MessageDigest.isEqual(code, canonical(parts.group(3))))
                .flatMap(code -> ClaimsFormat.read(new String(canonical(parts.group(2)), StandardCharsets.UTF_8)))
                .flatMap(claims -> read(claims, keyId));
    }

    private Optional<Read> read(Claims claims, String keyId) {
        if (claims.parent().isEmpty()) {
            return Optional.of(new Read(claims, null));
        }
        byte[] masked = canonical(claims.parent());
        if (masked.length != Selector.BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(masked);
        Selector selector = new Selector(buffer.getLong(), buffer.getLong());
        ByteBuffer found = ByteBuffer.wrap(mask(selector, claims.id(), keyId));
        return Optional.of(new Read(claims, new Selector(found.getLong(), found.getLong())));
    }

    /** The id of the key, if this is the one header that there is; else none. */
    private static String keyId(String header) {
        String text = new String(canonical(header), StandardCharsets.ISO_8859_1);
        int from = HEADER.indexOf("%s");
        String keyId = text.length() < from + 16 ? "" : text.substring(from, from + 16);
        return KEY_ID.matcher(keyId).matches() && header.equals(encoded(header(keyId))) ? keyId : "";
    }

    private Optional<byte[]> code(String keyId, String signed) {
        return keys.code(KeyPurpose.SCOPED_TOKENS, keyId, signed.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Hides what finds the parent from whoever gets the token: half of the parent's text. Does and undoes. The message has a
     * space, which no signed one has.
     */
    private byte[] mask(Selector selector, Selector id, String keyId) {
        byte[] mask = Arrays.copyOf(code(keyId, "parent of " + id.text()).orElseThrow(), Selector.BYTES);
        byte[] bytes = new byte[Selector.BYTES];
        selector.write(bytes, 0);
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] ^= mask[at];
        }
        return bytes;
    }

    private static String header(String keyId) {
        return HEADER.replace("%s", keyId);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes that are written so, and none when they would be written otherwise. */
    private static byte[] canonical(String text) {
        try {
            byte[] bytes = DECODER.decode(text);
            return encoded(bytes).equals(text) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** What a token says, and what finds its parent, if it has one. */
    record Read(Claims claims, @Nullable Selector parentSelector) {}
}
