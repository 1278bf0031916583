package dev.durin.account;

import java.time.Instant;

/**
 * A link that was or will be mailed. Its text is not in it.
 *
 * @param selector what the link is found by; a secret only together with a key
 * @param keyId the key that its text is made with
 * @param accountId whose it is
 * @param purpose what it is for
 * @param mail the address that it is sent to, and that it confirms
 * @param expiry from when on it is not good any more
 * @param used whether it has been used
 */
record MailedLink(
        String selector, String keyId, long accountId, LinkPurpose purpose, String mail, Instant expiry, boolean used) {

    boolean isGood(Instant now) {
        return !used && now.isBefore(expiry);
    }

    @Override
    public String toString() {
        return "MailedLink[" + purpose + " of " + accountId + "]";
    }
}
