package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Makes and checks the hashes of passwords, so many at once. To check takes as long whether there is such an account or
 * not, and whatever its hash was made with. Thread-safe.
 */
@Part
class PasswordHashes {

    private static final Logger LOGGER = System.getLogger(PasswordHashes.class.getName());

    static final String FUNCTION = "PBKDF2WithHmacSHA256";

    private static final int BYTES = 32;

    /** Whoever has waited this long for a password is likely to have gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * How many may wait for each place. Each holds one of the server's threads, of which some have but sixteen for each
     * processor, and whoever floods the server with logins must leave some for requests with tokens.
     */
    private static final int WAITING = 12;

    private final Pbkdf2PasswordHash hash;
    private final EncodedHash current;
    private final Semaphore places;
    private final Semaphore room;
    private final Duration patience;
    private final AtomicBoolean crowded = new AtomicBoolean();
    private final byte[] nobodysSalt = random();
    private final byte[] nobodysHash = random();
    private final LongAdder computed = new LongAdder();

    @Inject
    PasswordHashes(Pbkdf2PasswordHash hash, Settings settings) {
        this(hash, settings, PATIENCE);
    }

    /** @param patience how long a password waits for its turn */
    PasswordHashes(Pbkdf2PasswordHash hash, Settings settings, Duration patience) {
        int iterations = settings.accounts().passwordIterations();
        this.hash = hash;
        this.patience = patience;
        this.current = new EncodedHash(FUNCTION, iterations, BYTES, BYTES);
        this.places = new Semaphore(settings.accounts().parallelHashes(), true);
        this.room = new Semaphore(settings.accounts().parallelHashes() * (1 + WAITING));
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", FUNCTION,
                "Pbkdf2PasswordHash.Iterations", String.valueOf(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", String.valueOf(BYTES),
                "Pbkdf2PasswordHash.KeySizeBytes", String.valueOf(BYTES)));
    }

    /**
     * The hash of a password.
     *
     * @throws TooManyPasswordsException when too many others are waiting
     */
    String make(String password) {
        return inTurn(() -> {
            computed.add(current.iterations());
            return hash.generate(password.toCharArray());
        });
    }

    /**
     * Whether a password is the one of a hash.
     *
     * @param encoded the hash; one that cannot be used is nobody's
     * @throws TooManyPasswordsException when too many others are waiting
     */
    boolean isRight(char[] password, String encoded) {
        Optional<EncodedHash> parsed = EncodedHash.parse(encoded);
        return inTurn(() -> isRight(password, parsed.isPresent() ? encoded : nobodys(), parsed.orElse(current)));
    }

    /** The hash of no password, made with the parameters of today. */
    String nobodys() {
        return nobodys(current.iterations());
    }

    /** Whether a hash was made with other parameters than those of today. */
    boolean isOutdated(String encoded) {
        return !EncodedHash.parse(encoded).filter(current::equals).isPresent();
    }

    /** Whether a hash takes longer to check than one of today, so that the time would tell that it is there. */
    boolean takesLonger(String encoded) {
        return EncodedHash.parse(encoded)
                .filter(hash -> hash.iterations() > current.iterations())
                .isPresent();
    }

    /** How often a hash of today goes over a password. */
    int iterations() {
        return current.iterations();
    }

    /** How often passwords were gone over, in all. */
    long computedIterations() {
        return computed.sum();
    }

    private boolean isRight(char[] password, String encoded, EncodedHash parsed) {
        boolean right = verify(password, encoded, parsed.iterations());
        int rest = current.iterations() - parsed.iterations();
        if (rest > 0) {
            // Else the time would tell that there is such an account, with an old hash, and whether this was its
            // password.
            verify(password, nobodys(rest), rest);
        }
        return right;
    }

    private boolean verify(char[] password, String encoded, int iterations) {
        computed.add(iterations);
        return hash.verify(password, encoded);
    }

    /** Not the hash of anything that somebody could type. */
    private String nobodys(int iterations) {
        return EncodedHash.write(FUNCTION, iterations, nobodysSalt, nobodysHash);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw tooMany();
        }
        try {
            awaitPlace();
            try {
                return work.get();
            } finally {
                places.release();
            }
        } finally {
            room.release();
        }
    }

    private void awaitPlace() {
        if (!places.hasQueuedThreads() && places.availablePermits() > 0) {
            crowded.set(false);
        }
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("The server ended what was waiting for a password's hash", e);
        }
    }

    /** Told once until it is over: whoever floods the server must not flood its log as well. */
    private TooManyPasswordsException tooMany() {
        if (crowded.compareAndSet(false, true)) {
            LOGGER.log(
                    Level.WARNING,
                    "More passwords are to be hashed than there is time for; logins are answered with 503 until there are"
                            + " fewer. See durin.accounts.parallel-hashes and durin.throttle.login-rate");
        }
        return new TooManyPasswordsException();
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
