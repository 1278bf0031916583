package dev.durin.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A password's hash as Django writes it, {@code pbkdf2_sha256$<iterations>$<salt>$<hash>}. */
final class DjangoHash {

    private static final Pattern SHAPE =
            Pattern.compile("pbkdf2_sha256\\$([1-9]\\d{0,7})\\$([!-#%-~]{1,128})\\$([A-Za-z0-9+/]{43}=)");

    private DjangoHash() {}

    /**
     * The same hash as Jakarta Security writes it.
     *
     * @throws InvalidAccountException when it is none of Django's default kind; the message does not hold it
     */
    static String encoded(String django) {
        Matcher matcher = SHAPE.matcher(django);
        if (!matcher.matches()) {
            throw new InvalidAccountException(
                    "password", "A hash of Django's looks like pbkdf2_sha256$<iterations>$<salt>$<hash in Base64>.");
        }
        return EncodedHash.write(
                PasswordHashes.FUNCTION,
                Integer.parseInt(matcher.group(1)),
                matcher.group(2).getBytes(StandardCharsets.US_ASCII),
                Base64.getDecoder().decode(matcher.group(3)));
    }
}
