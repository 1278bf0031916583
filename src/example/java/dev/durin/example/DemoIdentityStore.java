package dev.durin.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Who may log in. A real application asks its database, LDAP or another service here. */
@ApplicationScoped
public class DemoIdentityStore implements IdentityStore {

    private record Account(String password, Set<String> groups) {}

    private final Map<String, Account> accounts = Map.of(
            "alice", new Account("alice-pass-1", Set.of("user")),
            "bob", new Account("bob-pass-1", Set.of("user")),
            "root", new Account("root-pass-1", Set.of("user", "admin")));

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Account account = accounts.get(login.getCaller());
        return account != null && login.getPassword().compareTo(account.password())
                ? new CredentialValidationResult(login.getCaller(), account.groups())
                : CredentialValidationResult.INVALID_RESULT;
    }

    /** Durin asks this whenever it loads a token, so that a lost right is lost before the next login. */
    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        Account account = accounts.get(result.getCallerPrincipal().getName());
        return account == null ? Set.of() : account.groups();
    }
}
