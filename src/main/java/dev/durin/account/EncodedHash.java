package dev.durin.account;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password's hash as Jakarta Security writes it, {@code PBKDF2WithHmacSHA256:600000:<salt>:<hash>}, as far as one needs to
 * know what it takes to check it. Never shows the hash.
 *
 * @param function the name of the function
 * @param iterations how often it goes over the password
 * @param saltBytes how long the salt is
 * @param hashBytes how long the hash is
 */
record EncodedHash(String function, int iterations, int saltBytes, int hashBytes) {

    private static final Pattern SHAPE = Pattern.compile(
            "(PBKDF2WithHmacSHA(?:224|256|384|512)):([1-9]\\d{0,8}):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");

    /** What a text says, or empty when no password can be checked with it. */
    static Optional<EncodedHash> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EncodedHash(
                            matcher.group(1),
                            Integer.parseInt(matcher.group(2)),
                            bytes(matcher.group(3)),
                            bytes(matcher.group(4))))
                    .filter(hash -> hash.saltBytes > 0 && hash.hashBytes > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int bytes(String base64) {
        return Base64.getDecoder().decode(base64).length;
    }

    /** The text of a hash. */
    static String write(String function, int iterations, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder();
        return function + ":" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }
}
