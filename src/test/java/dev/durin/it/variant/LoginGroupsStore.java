package dev.durin.it.variant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells groups at the login alone, as a store does that leaves {@code getCallerGroups} as it is. */
@ApplicationScoped
public class LoginGroupsStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        UsernamePasswordCredential login = (UsernamePasswordCredential) credential;
        return login.getPassword().compareTo(login.getCaller() + "-pass-1")
                ? new CredentialValidationResult(login.getCaller(), Set.of("user", "admin"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
