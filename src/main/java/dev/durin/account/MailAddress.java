package dev.durin.account;

import dev.durin.mail.Outbox;
import dev.durin.store.FreeText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What can be a mail address. Whether it is somebody's only a confirmation can tell. */
final class MailAddress {

    private static final int LONGEST = 320;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

    private MailAddress() {}

    /**
     * The address, if it can be one.
     *
     * @throws InvalidAccountException when it cannot
     */
    static String checked(String address) {
        if (!SHAPE.matcher(address).matches()
                || !FreeText.cut(address, LONGEST).equals(address)
                // Half of a character no database takes.
                || !StandardCharsets.UTF_8.newEncoder().canEncode(address)) {
            throw new InvalidAccountException(
                    "mail", "A mail address has a single @ with text on both sides, and at most 320 characters.");
        }
        return address;
    }

    /**
     * The address, if mail can be sent there, or none is sent at all. Of what the application itself says this is not asked:
     * it may take addresses over that are wrong already.
     *
     * @throws InvalidAccountException when it cannot
     */
    static String mailable(String address, Outbox outbox) {
        if (!outbox.canMailTo(checked(address))) {
            throw new InvalidAccountException("mail", "No mail can be sent to this address.");
        }
        return address;
    }
}
