package dev.durin.endpoint;

import dev.durin.config.Settings;

/** What endpoints belong to that are not always there. */
enum Feature {
    /** Accounts that Durin keeps. */
    ACCOUNTS,
    /** Accounts whose callers are sent mail. */
    ACCOUNT_MAIL,
    /** Anybody may make an account. */
    REGISTRATION;

    boolean isOn(Settings settings) {
        return switch (this) {
            case ACCOUNTS -> settings.accounts().enabled();
            case ACCOUNT_MAIL ->
                settings.accounts().enabled() && settings.mail().isOn();
            case REGISTRATION -> settings.registration().enabled();
        };
    }
}
