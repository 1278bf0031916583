package dev.durin.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows the callers, and one whose password is hashed for each number of iterations. */
@ApplicationScoped
public class BenchmarkIdentityStore implements IdentityStore {

    /** How the name of a caller begins whose password is hashed; the iterations follow. */
    public static final String HASHED = "hashed-";

    @Inject
    Passwords passwords;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        UsernamePasswordCredential login = (UsernamePasswordCredential) credential;
        boolean right = login.getCaller().startsWith(HASHED)
                ? passwords.verify(
                        login.getCaller().substring(HASHED.length()),
                        login.getPassword().getValue())
                : login.getPasswordAsString().equals(Callers.PASSWORD);
        return right
                ? new CredentialValidationResult(login.getCaller(), Set.of(Callers.GROUP))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
