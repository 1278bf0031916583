package dev.durin.event;

/**
 * Somebody has made an account by registration. Where mail addresses must be confirmed, it is pending until then.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is
 * logged and the account stays; an observer that marks the transaction for rollback undoes it, and whoever registers gets
 * 503.
 *
 * @param caller the name of the account, which is that of its caller
 * @param accountId the id of the account
 */
public record CallerRegistered(String caller, long accountId) {}
