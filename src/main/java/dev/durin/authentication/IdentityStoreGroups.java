package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.token.CallerGroups;
import dev.durin.token.CallerOrigin;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStore.ValidationType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the identity stores of the application that tell groups without a login. */
@Part
class IdentityStoreGroups implements CallerGroups {

    private final List<IdentityStore> stores;

    /** Each store once: a dependent one that is looked up for each request would never be given back. */
    @Inject
    IdentityStoreGroups(Instance<IdentityStore> stores) {
        this.stores = stores.handlesStream()
                .filter(handle -> tellsGroups(handle.getBean().getBeanClass()))
                .map(Instance.Handle::get)
                .toList();
    }

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

    @Override
    public boolean areToldWithoutLogin() {
        return stores.stream().anyMatch(store -> store.validationTypes().contains(ValidationType.PROVIDE_GROUPS));
    }

    /**
     * Whether a store's class has a {@code getCallerGroups} of its own: the inherited one tells nothing. The bean's class
     * is looked at and never the object's, which may be a proxy that has every method. Where the bean says only that it
     * is a store, as those of the platform's annotations may, it counts as one that tells.
     */
    private static boolean tellsGroups(Class<?> store) {
        if (!IdentityStore.class.isAssignableFrom(store)) {
            return true;
        }
        try {
            return store.getMethod("getCallerGroups", CredentialValidationResult.class)
                            .getDeclaringClass()
                    != IdentityStore.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every identity store has getCallerGroups", e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
