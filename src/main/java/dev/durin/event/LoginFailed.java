package dev.durin.event;

/**
 * A login was refused, or whoever wanted to change the account of a token did not know its password. The reason is for the
 * operator; the caller gets the same answer for all of them but {@link Reason#LIMIT}.
 *
 * <p>Fired synchronously and asynchronously, outside any transaction of Durin's. What an observer throws is logged and
 * changes nothing.
 *
 * @param username the name that was tried, at most 255 characters, control characters
 *     replaced by spaces; whoever types a password into the wrong field
 *     puts it here, so show it with care
 * @param client the client's name; that of the token when an account was to be changed
 * @param reason why
 * @param remoteAddress where the login came from, as far as {@code durin.trusted-proxies} lets Durin know, or an
 *     empty text
 */
public record LoginFailed(String username, String client, Reason reason, String remoteAddress) {

    /** Why a login was refused. */
    public enum Reason {
        /** No identity store knows this name with this password, or the account has changed before there was a token. */
        CREDENTIALS,
        /** There were too many failures before it; the password may have been right. */
        LOCKED,
        /** An observer of {@link LoginStarting} vetoed. */
        VETOED,
        /** {@link dev.durin.spi.CallerStatus}, or the account of that name, says that the caller is not active. */
        INACTIVE,
        /** {@link dev.durin.spi.LoginPolicyCheck} refused. */
        POLICY,
        /** The caller has as many tokens as there may be, and the client or the settings say {@code reject}. */
        LIMIT
    }
}
