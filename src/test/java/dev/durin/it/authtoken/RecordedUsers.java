package dev.durin.it.authtoken;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The users of the recording but for those who register, with their passwords. */
@ApplicationScoped
public class RecordedUsers implements IdentityStore {

    private final Map<String, String> passwords =
            new ConcurrentHashMap<>(Map.of("alice", "secret-alice", "root", "secret-root", "idle", "secret-idle"));

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential login
                        && passwords.containsKey(login.getCaller())
                        && login.getPassword().compareTo(passwords.get(login.getCaller()))
                ? new CredentialValidationResult(login.getCaller(), Set.of("user"))
                : CredentialValidationResult.INVALID_RESULT;
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE);
    }

    public void change(String name, String password) {
        passwords.put(name, password);
    }
}
