package dev.durin.config;

import dev.durin.rate.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * About registration.
 *
 * @param enabled whether anybody may register
 * @param confirm whether the mail address must be confirmed before the first login
 * @param enumerationSafe whether the answer is the same for a name that is taken
 * @param groups the groups of whoever registers
 * @param unconfirmedLifetime how long a name is kept for an account that nobody has confirmed
 * @param addressRate how many registrations each address may ask for, null for any number
 * @param besideOtherStores whether other identity stores may check passwords
 * @param link about the link that confirms an address
 */
public record RegistrationSettings(
        boolean enabled,
        boolean confirm,
        boolean enumerationSafe,
        Set<String> groups,
        Duration unconfirmedLifetime,
        @Nullable Rate addressRate,
        boolean besideOtherStores,
        ConfirmationLink link) {

    /** Copies the groups. */
    public RegistrationSettings {
        groups = Set.copyOf(groups);
    }

    /**
     * The rate of each address.
     *
     * @return the rate, or empty when any number may be asked for
     */
    public Optional<Rate> rate() {
        return Optional.ofNullable(addressRate);
    }

    /**
     * About the link that confirms an address. Empty targets are none.
     *
     * @param onGet whether following it is enough
     * @param page the page that it leads to, with {@code {token}} in it
     * @param confirmedRedirect where a browser is sent when it was good
     * @param failedRedirect where a browser is sent when it was not
     */
    public record ConfirmationLink(boolean onGet, String page, String confirmedRedirect, String failedRedirect) {}
}
