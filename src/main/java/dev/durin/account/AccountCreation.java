package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;

/** Makes accounts of what an application says. Thread-safe. */
@Part
class AccountCreation {

    private final OwnTransaction transaction;
    private final AccountStore store;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final AccountTokens tokens;

    @Inject
    AccountCreation(
            OwnTransaction transaction,
            AccountStore store,
            PasswordPolicy policy,
            PasswordHashes hashes,
            AccountTokens tokens) {
        this.transaction = transaction;
        this.store = store;
        this.policy = policy;
        this.hashes = hashes;
        this.tokens = tokens;
    }

    /** One with the password of the draft. */
    Account create(AccountDraft draft) {
        AccountName.faultOfNew(draft.name()).ifPresent(fault -> {
            throw new InvalidAccountException("name", fault);
        });
        policy.requireGood(draft.name(), draft.password());
        return create(draft, hashes.make(draft.password()));
    }

    /** One whose password nobody knows here, but a hash of Django's. */
    Account importHashed(AccountDraft draft, String djangoHash) {
        String hash = DjangoHash.encoded(djangoHash);
        if (hashes.takesLonger(hash)) {
            // The time that a login takes would tell that there is this account.
            throw new InvalidAccountException(
                    "password",
                    "The hash takes more iterations than durin.accounts.password-iterations=" + hashes.iterations()
                            + "; set that to as many, at least.");
        }
        return create(draft, hash);
    }

    private Account create(AccountDraft draft, String hash) {
        tokens.expected(draft.name());
        try {
            return transaction.run("create an account", () -> {
                tokens.beginAnew(draft.name());
                return store.create(draft, hash);
            });
        } catch (ConflictException e) {
            throw new InvalidAccountException(
                    "name", "There is an account with the name \"" + draft.name() + "\" already.");
        }
    }
}
