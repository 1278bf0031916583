package dev.durin.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Lets a test see what nobody else can: how much was hashed. In the package that knows, and in the tests' application. */
@Dependent
public class HashCount {

    private final PasswordHashes hashes;

    @Inject
    HashCount(PasswordHashes hashes) {
        this.hashes = hashes;
    }

    /** How often passwords were gone over since the start. */
    public long iterations() {
        return hashes.computedIterations();
    }
}
