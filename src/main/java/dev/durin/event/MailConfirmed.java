package dev.durin.event;

/**
 * A mail address of an account was confirmed: whoever has the link has read what was sent there.
 *
 * <p>Fired synchronously inside Durin's transaction and asynchronously after the commit. What an observer throws is
 * logged and the address stays confirmed; an observer that marks the transaction for rollback undoes it, and whoever has
 * the link gets 503.
 *
 * @param caller the name of the account, which is that of its caller
 * @param accountId the id of the account
 */
public record MailConfirmed(String caller, long accountId) {}
