package dev.durin.authentication;

import dev.durin.token.CallerGroups;
import dev.durin.token.CallerOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStore.ValidationType;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks every identity store of the application that provides groups. */
@ApplicationScoped
class IdentityStoreGroups implements CallerGroups {

    private final Instance<IdentityStore> stores;

    @Inject
    IdentityStoreGroups(Instance<IdentityStore> stores) {
        this.stores = stores;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    IdentityStoreGroups() {
        this.stores = null;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A store that leaves {@code getCallerGroups} at its default answers none, which is right here: its groups came
     * with the login and stay with the token.
     */
    @Override
    public Set<String> current(String caller, CallerOrigin origin) {
        CredentialValidationResult result = new CredentialValidationResult(
                orNull(origin.storeId()),
                new CallerPrincipal(caller),
                orNull(origin.distinguishedName()),
                orNull(origin.uniqueId()),
                Set.of());
        Set<String> groups = new HashSet<>();
        for (IdentityStore store : stores) {
            if (store.validationTypes().contains(ValidationType.PROVIDE_GROUPS)) {
                groups.addAll(store.getCallerGroups(result));
            }
        }
        return groups;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
