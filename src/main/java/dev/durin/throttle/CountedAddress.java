package dev.durin.throttle;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the mails to an address are counted under. Capitals, other spellings of the domain and what stands behind a plus sign
 * lead to the same mailbox, or could; each must not have mails of its own.
 */
final class CountedAddress {

    private static final Pattern TAG = Pattern.compile("(?<!^)\\+.*", Pattern.DOTALL);
    private static final Pattern LAST_DOTS = Pattern.compile("\\.+$");

    private CountedAddress() {}

    /** A digest: who counts need not know the address. */
    static String of(String address) {
        int at = address.lastIndexOf('@');
        String mailbox = at < 0 ? address : address.substring(0, at);
        String domain = address.substring(at + 1);
        return CountedName.exactly(
                TAG.matcher(mailbox).replaceFirst("").toLowerCase(Locale.ROOT) + "@" + ascii(domain));
    }

    /** As it is looked up by whoever sends the mail. */
    private static String ascii(String domain) {
        try {
            String ascii = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
            return LAST_DOTS.matcher(ascii).replaceFirst("");
        } catch (IllegalArgumentException e) {
            // Nothing is sent to it.
            return domain;
        }
    }
}
