package dev.durin.account;

import dev.durin.config.ConfigurationException;
import dev.durin.config.Part;
import dev.durin.config.RegistrationSettings;
import dev.durin.config.Settings;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStore.ValidationType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the start whether somebody could register a name that another identity store knows: whoever logs in with it
 * there, or here, would be the same caller.
 */
@Part
public class OtherStores {

    private static final Logger LOGGER = System.getLogger(OtherStores.class.getName());

    private final RegistrationSettings settings;
    private final Instance<IdentityStore> stores;

    /** Found out at the first question: there are as many as at the start. */
    private volatile @Nullable Boolean known;

    @Inject
    OtherStores(Settings settings, Instance<IdentityStore> stores) {
        this.settings = settings.registration();
        this.stores = stores;
    }

    /**
     * Makes sure of it, where there is registration.
     *
     * @throws ConfigurationException when another store checks names and passwords, unless the settings allow that
     */
    public void requireNone() {
        if (!settings.enabled() || settings.besideOtherStores()) {
            return;
        }
        Optional<String> other = first();
        if (other.isPresent()) {
            throw new ConfigurationException("durin.registration.enabled=true: the identity store " + other.get()
                    + " checks passwords, too, so that a stranger could register a name that it knows. Remove it, or set"
                    + " durin.registration.beside-other-stores=true if no name can be in both");
        }
    }

    /**
     * Whether there are any.
     *
     * @return false where the accounts are all that knows names and passwords
     */
    boolean areThere() {
        Boolean found = known;
        if (found == null) {
            found = first().isPresent();
            known = found;
        }
        return found;
    }

    private Optional<String> first() {
        return stores.handlesStream()
                .filter(OtherStores::checksPasswords)
                .map(handle -> handle.getBean().getBeanClass().getName())
                .findFirst();
    }

    private static boolean checksPasswords(Instance.Handle<IdentityStore> handle) {
        Class<?> store = handle.getBean().getBeanClass();
        return store != AccountIdentityStore.class
                && takesPasswords(store)
                && handle.get().validationTypes().contains(ValidationType.VALIDATE)
                && (isOfTheApplication(store) || looksAtPasswords(handle.get()));
    }

    /** Those in the same archive as Durin. */
    private static boolean isOfTheApplication(Class<?> store) {
        return store.getClassLoader() == OtherStores.class.getClassLoader();
    }

    /**
     * Whether a store of the server's checks a name that nobody has: some servers bring one that takes all credentials, and
     * says of these that it has not looked at them. It is not asked of the application's stores, which may say the same of
     * a name that they do not know.
     */
    private static boolean looksAtPasswords(IdentityStore store) {
        try {
            String nobody = Long.toHexString(new SecureRandom().nextLong());
            return store.validate(new UsernamePasswordCredential(nobody, nobody))
                            .getStatus()
                    != CredentialValidationResult.Status.NOT_VALIDATED;
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    "An identity store of the server's could not be asked whether it checks passwords",
                    e);
            return true;
        }
    }

    /**
     * Whether a store's class has a method of its own that may take a name and a password: the inherited one looks for one
     * of exactly the type of the credential. Where the bean says only that it is a store, as those of the platform's
     * annotations do, it counts as one.
     */
    static boolean takesPasswords(Class<?> store) {
        return !IdentityStore.class.isAssignableFrom(store)
                || store == IdentityStore.class
                || hasOwn(store, Credential.class)
                || hasOwn(store, UsernamePasswordCredential.class);
    }

    private static boolean hasOwn(Class<?> store, Class<?> credential) {
        try {
            return store.getMethod("validate", credential).getDeclaringClass() != IdentityStore.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
