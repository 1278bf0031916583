package dev.durin.endpoint;

import dev.durin.config.Settings;

/** What endpoints belong to that are not always there. */
enum Feature {
    /** Accounts that Durin keeps. */
    ACCOUNTS,
    /** Accounts whose callers are sent mail. */
    ACCOUNT_MAIL,
    /** Anybody may make an account. */
    REGISTRATION,
    /** Operators may manage clients and tokens. */
    ADMIN,
    /** The same, and accounts that Durin keeps. */
    ACCOUNT_ADMIN;

    boolean isOn(Settings settings) {
        return switch (this) {
            case ACCOUNTS -> settings.accounts().enabled();
            case ACCOUNT_MAIL ->
                settings.accounts().enabled() && settings.mail().isOn();
            case REGISTRATION -> settings.registration().enabled();
            case ADMIN -> settings.admin().enabled();
            case ACCOUNT_ADMIN ->
                settings.admin().enabled() && settings.accounts().enabled();
        };
    }
}
