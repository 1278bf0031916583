package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.token.KeyPurpose;
import dev.durin.token.PurposeKeys;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret texts of links: a selector, which the table has, and a code over purpose and selector, which it has not, both in
 * lower-case hexadecimal digits. Whoever reads the table can make no link. Thread-safe.
 */
@Part
class LinkTexts {

    private static final int SELECTOR_CHARACTERS = 32;
    private static final int CODE_BYTES = 16;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    private final PurposeKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    LinkTexts(PurposeKeys keys) {
        this.keys = keys;
    }

    String newSelector() {
        byte[] selector = new byte[SELECTOR_CHARACTERS / 2];
        random.nextBytes(selector);
        return HEX.formatHex(selector);
    }

    /** The key that new links are made with. */
    String keyId() {
        return keys.signingId();
    }

    /** The text of a link, unless its key is gone. */
    Optional<String> write(MailedLink link) {
        return code(link).map(code -> link.selector() + HEX.formatHex(code));
    }

    /** What a text names, whether or not it is right: the row is needed to tell. */
    static Optional<String> selectorIn(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(text.substring(0, SELECTOR_CHARACTERS)) : Optional.empty();
    }

    /** Whether a text is that of a link. */
    boolean isOf(MailedLink link, String text) {
        byte[] presented = HEX.parseHex(text.substring(SELECTOR_CHARACTERS));
        return code(link).filter(code -> MessageDigest.isEqual(code, presented)).isPresent();
    }

    private Optional<byte[]> code(MailedLink link) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(("durin link v1 " + link.purpose() + " ").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(HEX.parseHex(link.selector()));
        return keys.code(KeyPurpose.MAILED_LINKS, link.keyId(), message.toByteArray())
                .map(code -> Arrays.copyOf(code, CODE_BYTES));
    }
}
