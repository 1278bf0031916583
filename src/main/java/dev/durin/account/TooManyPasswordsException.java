package dev.durin.account;

import dev.durin.store.StoreUnavailableException;

/**
 * So many passwords are being hashed that this one was not; see {@code durin.accounts.parallel-hashes}. Nothing was
 * decided, and whoever wanted it may try again a little later.
 */
public final class TooManyPasswordsException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    TooManyPasswordsException() {
        super("So many passwords are being hashed that there is no room for another one", null);
    }

    /**
     * Whether this is why something failed, whatever a server has wrapped it into.
     *
     * @param failure what was thrown
     * @return true when it is
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooManyPasswordsException) {
                return true;
            }
        }
        return false;
    }
}
