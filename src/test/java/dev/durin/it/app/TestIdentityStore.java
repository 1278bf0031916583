package dev.durin.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Everybody in {@link Switches#GROUPS} has the password {@code <name>-pass-1}. */
@ApplicationScoped
public class TestIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        requireUp();
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Set<String> groups = Switches.GROUPS.get(login.getCaller());
        return groups != null && login.getPassword().compareTo(login.getCaller() + "-pass-1")
                ? new CredentialValidationResult(login.getCaller(), groups)
                : CredentialValidationResult.INVALID_RESULT;
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        requireUp();
        return Switches.GROUPS.getOrDefault(result.getCallerPrincipal().getName(), Set.of());
    }

    private static void requireUp() {
        if (Switches.storeFails) {
            throw new IllegalStateException("the identity store is away");
        }
    }
}
