package dev.durin.spi;

import java.util.Locale;

/** What a mail is about. */
public enum MailKind {
    /** Somebody has registered with this address: the link confirms it. */
    CONFIRM_REGISTRATION,
    /** Somebody has tried to register the name of this account. */
    NAME_TAKEN,
    /** The caller wants mail at this address from now on: the link confirms it. */
    CONFIRM_ADDRESS,
    /** Somebody has said that the password is forgotten: the link sets another one. */
    RESET_PASSWORD,
    /** The password was changed. */
    PASSWORD_CHANGED,
    /** Mail goes to another address from now on; told at the address until now. */
    ADDRESS_CHANGED,
    /** An API access token was made. */
    API_ACCESS_ISSUED;

    /**
     * The name as the keys of texts have it.
     *
     * @return such as {@code confirm-registration}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
