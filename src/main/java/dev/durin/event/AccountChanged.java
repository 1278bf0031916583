package dev.durin.event;

/**
 * An account that Durin keeps was changed.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is
 * logged and the change stays; an observer that marks the transaction for rollback undoes it, and whoever asked for the
 * change gets an error.
 *
 * @param caller the name of the account, which is that of its caller
 * @param what what was changed
 */
public record AccountChanged(String caller, What what) {

    /** What can be changed of an account. */
    public enum What {
        /** It was created or imported. */
        CREATED,
        /** It has another password. */
        PASSWORD,
        /** It has other groups. */
        GROUPS,
        /** It has another mail address, or none any more. */
        MAIL,
        /** Its mail address was confirmed, and it is active if it was pending. */
        CONFIRMED,
        /** It was disabled. */
        DISABLED,
        /** It was enabled. */
        ENABLED,
        /** It was deleted. */
        DELETED
    }
}
