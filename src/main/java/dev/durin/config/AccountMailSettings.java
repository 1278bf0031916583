package dev.durin.config;

import dev.durin.rate.Rate;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * About the links that callers of accounts are mailed.
 *
 * @param baseUrl what they begin with, empty where no mail is sent
 * @param linkLifetime how long those are good that confirm an address
 * @param resetLifetime how long those are good that set a password
 * @param resetPage the application's page that asks for a new password, with {@code {token}} in it; empty for Durin's
 * @param accountRate how many each account may ask for, null for any number
 * @param recipientRate how many of each kind each mail address gets, null for any number
 */
public record AccountMailSettings(
        String baseUrl,
        Duration linkLifetime,
        Duration resetLifetime,
        String resetPage,
        @Nullable Rate accountRate,
        @Nullable Rate recipientRate) {

    /**
     * The rate of each account.
     *
     * @return the rate, or empty when any number may be asked for
     */
    public Optional<Rate> rate() {
        return Optional.ofNullable(accountRate);
    }

    /**
     * The rate of each mail address.
     *
     * @return the rate, or empty when it gets any number
     */
    public Optional<Rate> rateOfRecipient() {
        return Optional.ofNullable(recipientRate);
    }
}
