package dev.durin.authentication;

import jakarta.security.enterprise.credential.Password;

/**
 * A password that may come to nothing although it is right, for there were too many failures before it. It is checked like
 * any other, so that the time does not tell; but nothing may follow from it that somebody could notice.
 */
public final class DisregardedPassword extends Password {

    /**
     * Such a password.
     *
     * @param text the password
     */
    public DisregardedPassword(String text) {
        super(text);
    }
}
