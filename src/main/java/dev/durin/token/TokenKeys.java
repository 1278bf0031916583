package dev.durin.token;

import dev.durin.config.ConfigurationException;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.SecretKeys;
import dev.durin.config.Settings;
import dev.durin.spi.TimeSource;
import dev.durin.store.ConflictException;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The keys in use: the first one makes tokens, all of them check. Thread-safe after {@link #load()}. */
@Part
public class TokenKeys {

    private static final Logger LOGGER = System.getLogger(TokenKeys.class.getName());

    private final SecretKeys settings;
    private final OwnTransaction transaction;
    private final KeyStore keyStore;
    private final EntityStore store;
    private final TimeSource time;
    private volatile List<TokenKey> keys = List.of();
    private volatile boolean signingKeyIsInDatabase;

    @Inject
    TokenKeys(
            Settings settings,
            OwnTransaction transaction,
            KeyStore keyStore,
            EntityStore store,
            @Configured TimeSource time) {
        this.settings = settings.secretKeys();
        this.transaction = transaction;
        this.keyStore = keyStore;
        this.store = store;
        this.time = time;
    }

    /**
     * Reads the keys of the configuration and of the database, and makes one where that is allowed. Called once at
     * start-up, when the store is open.
     *
     * @throws ConfigurationException when there is no key and the database is not embedded
     */
    public void load() {
        List<TokenKey> loaded = new ArrayList<>();
        settings.configured().forEach(secret -> loaded.add(new TokenKey(secret)));
        if (loaded.isEmpty() && !settings.inDatabase() && !store.isEmbedded()) {
            throw new ConfigurationException(
                    "durin.secret-key is not set, and this database is not embedded: whoever reads it must not be able"
                            + " to make tokens. Here is a fresh key, keep it outside of the database:\n  durin.secret-key="
                            + Base64.getEncoder().encodeToString(newSecret())
                            + "\nOr keep the key in the database knowingly:\n  durin.secret-key=database");
        }
        Optional<byte[]> kept = transaction.run("read its key", keyStore::find);
        if (kept.isEmpty() && loaded.isEmpty()) {
            kept = Optional.of(keepNew());
        }
        signingKeyIsInDatabase = loaded.isEmpty();
        // A key in the table goes on checking after one was configured, so that its tokens live on.
        kept.map(TokenKey::new)
                .filter(key -> loaded.stream().noneMatch(other -> other.id().equals(key.id())))
                .ifPresent(loaded::add);
        keys = List.copyOf(loaded);
    }

    /**
     * Where the keys come from, in words.
     *
     * @return such as "2, the first of durin.secret-key makes tokens"
     */
    public String description() {
        return all().size() + ", the first of " + (signingKeyIsInDatabase ? "the table durin_key" : "durin.secret-key")
                + " makes tokens";
    }

    /**
     * Whether the key that makes tokens is in the database.
     *
     * @return true when who reads the database can make tokens
     */
    public boolean signingKeyIsInDatabase() {
        return signingKeyIsInDatabase;
    }

    /** The key that makes tokens. */
    TokenKey signing() {
        return all().get(0);
    }

    /** Every key that checks tokens. */
    List<TokenKey> all() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("Durin's keys are not loaded: the application is starting or stopping");
        }
        return keys;
    }

    /** The key of an id, if it is still in use. */
    Optional<TokenKey> byId(String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private byte[] keepNew() {
        if (!settings.inDatabase()) {
            LOGGER.log(
                    Level.INFO,
                    "durin.secret-key is not set: a key was made and kept in the embedded database, in the table"
                            + " durin_key");
        }
        byte[] secret = newSecret();
        try {
            return transaction.run("keep its key", () -> {
                keyStore.keep(secret, time.now());
                return secret;
            });
        } catch (ConflictException e) {
            // Another node has just kept one: there is one key, and it is that.
            return transaction.run("read its key", keyStore::find).orElseThrow();
        }
    }

    private static byte[] newSecret() {
        byte[] secret = new byte[SecretKeys.LEAST_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
