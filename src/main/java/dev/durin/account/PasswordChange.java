package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.event.RevocationReason;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Gives accounts other passwords, with all that follows from it. Thread-safe. */
@Part
class PasswordChange {

    private final OwnTransaction transaction;
    private final AccountStore store;
    private final MailedLinkStore links;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final AccountNotices notices;
    private final AccountTokens tokens;

    @Inject
    PasswordChange(
            OwnTransaction transaction,
            AccountStore store,
            MailedLinkStore links,
            PasswordPolicy policy,
            PasswordHashes hashes,
            AccountNotices notices,
            AccountTokens tokens) {
        this.transaction = transaction;
        this.store = store;
        this.links = links;
        this.policy = policy;
        this.hashes = hashes;
        this.notices = notices;
        this.tokens = tokens;
    }

    /** Gives an account another password, in any case. */
    Optional<Changed> change(Account account, String password, KeptTokens kept) {
        return set(account, hash(account, password), kept, notices.usualLanguage(), id -> true);
    }

    /**
     * Gives an account another password. Links that were mailed before are void from then on: somebody else may have asked
     * for them. The tokens end before the change and once more after it: when the database fails in between, the password is
     * still the old one and all can be done again, or no token is left but one that a login has made meanwhile.
     *
     * @param account the account
     * @param password the new password
     * @param kept which tokens go on
     * @param locale the language in which the caller is told
     * @param condition asked for the account's id when its row is locked; the password is changed only if it is true
     * @return what became of it, or empty when the condition was false, somebody has changed the password since the account
     *     was read, or it is gone
     * @throws InvalidAccountException when the password does not do
     */
    Optional<Changed> change(
            Account account, String password, KeptTokens kept, Locale locale, LongPredicate condition) {
        String hash = hash(account, password);
        // To hash it takes long: whoever was faster must not lose the tokens that they have by now.
        return hasSamePassword(account) ? set(account, hash, kept, locale, condition) : Optional.empty();
    }

    private String hash(Account account, String password) {
        policy.requireGood(account.name(), password);
        return hashes.make(password);
    }

    private boolean hasSamePassword(Account before) {
        return transaction.run("look at an account", () -> store.find(before.id())
                .filter(now -> now.passwordChanged().equals(before.passwordChanged()))
                .isPresent());
    }

    private Optional<Changed> set(
            Account account, String hash, KeptTokens kept, Locale locale, LongPredicate condition) {
        int before = tokens.end(account.name(), kept, RevocationReason.PASSWORD_CHANGED);
        Optional<Account> changed;
        try {
            changed = transaction.run("change a password", () -> change(account.id(), hash, locale, condition));
        } finally {
            // After a failure, too: the database may have committed and the answer got lost.
            tokens.changed(account.name());
        }
        // Whoever has logged in with the old password since.
        return changed.map(
                done -> new Changed(done, before + tokens.end(done.name(), kept, RevocationReason.PASSWORD_CHANGED)));
    }

    private Optional<Account> change(long id, String hash, Locale locale, LongPredicate condition) {
        if (store.lock(id).isEmpty() || !condition.test(id)) {
            return Optional.empty();
        }
        links.voidAll(id);
        Optional<Account> changed = store.changePassword(id, hash);
        changed.ifPresent(account -> notices.passwordChanged(account, locale));
        return changed;
    }

    /**
     * What became of it.
     *
     * @param account the account, with the password from then on
     * @param ended how many tokens ended
     */
    record Changed(Account account, int ended) {}
}
