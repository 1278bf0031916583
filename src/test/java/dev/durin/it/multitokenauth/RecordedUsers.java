package dev.durin.it.multitokenauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The users of the recording, with their passwords. */
@ApplicationScoped
public class RecordedUsers implements IdentityStore {

    private static final Set<String> NAMES = Set.of("alice", "idle");

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential login
                        && NAMES.contains(login.getCaller())
                        && login.getPassword().compareTo("secret-" + login.getCaller())
                ? new CredentialValidationResult(login.getCaller(), Set.of("user"))
                : CredentialValidationResult.INVALID_RESULT;
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE);
    }
}
