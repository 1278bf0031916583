package dev.durin.token;

/**
 * No token was made: since its caller logged in, the caller's account was given another password, disabled or deleted.
 * Nothing has changed. Whoever asks again has to log in again.
 */
public final class LoginOutdatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginOutdatedException() {
        super("The account has changed since its caller logged in");
    }
}
