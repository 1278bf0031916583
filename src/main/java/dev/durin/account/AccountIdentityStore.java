package dev.durin.account;

import dev.durin.authentication.DisregardedPassword;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the callers of accounts log in, beside other identity stores. A bean where {@code durin.accounts.enabled} says so;
 * public for the container alone.
 *
 * <p>Each login has one hash computed, made with the parameters of today, whether the password is right or wrong, the account
 * is not active, or there is none: the time tells no more than the answer. Thread-safe.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

    private final AccountReader accounts;
    private final PasswordHashes hashes;
    private final HashRenewal renewal;

    @Inject
    AccountIdentityStore(AccountReader accounts, PasswordHashes hashes, HashRenewal renewal) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.renewal = renewal;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected AccountIdentityStore() {
        this(null, null, null);
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential login
                ? validate(login.getCaller(), login.getPassword())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(String name, Password password) {
        Optional<StoredAccount> active = accounts.find(name).filter(StoredAccount::isActive);
        boolean right = hashes.isRight(
                password.getValue(), active.map(StoredAccount::passwordHash).orElseGet(hashes::nobodys));
        if (!right || active.isEmpty()) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        StoredAccount account = active.get();
        // Where the password does not count, what its renewal takes of the server would tell that it is right.
        if (!(password instanceof DisregardedPassword) && hashes.isOutdated(account.passwordHash())) {
            renewal.begin(account, String.valueOf(password.getValue()));
        }
        return new CredentialValidationResult(
                AccountStatus.STORE,
                new CallerPrincipal(account.account().name()),
                null,
                AccountStatus.uniqueId(account.account()),
                account.account().groups());
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        return accounts.findExactly(result.getCallerPrincipal().getName())
                .filter(StoredAccount::isActive)
                .map(account -> account.account().groups())
                .orElse(Set.of());
    }
}
