package dev.durin.it.variant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Is made anew for whoever looks it up, counts that, and calls a caller an admin at the login alone. */
@Dependent
public class CountedStore implements IdentityStore {

    static final AtomicInteger MADE = new AtomicInteger();

    @PostConstruct
    void count() {
        MADE.incrementAndGet();
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        UsernamePasswordCredential login = (UsernamePasswordCredential) credential;
        return new CredentialValidationResult(login.getCaller(), Set.of("user", "admin"));
    }

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        return Set.of("user", "made-" + MADE.get());
    }
}
