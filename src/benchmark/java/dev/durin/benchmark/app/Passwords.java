package dev.durin.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hashes as Jakarta Security makes them. */
@ApplicationScoped
public class Passwords {

    @Inject
    Pbkdf2PasswordHash hash;

    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    /** Computes the hash of a password and compares it with the one of {@link Callers#PASSWORD}. */
    boolean verify(String iterations, char[] password) {
        return hash.verify(password, hashes.computeIfAbsent(iterations, this::generate));
    }

    private synchronized String generate(String iterations) {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Iterations", iterations));
        return hash.generate(Callers.PASSWORD.toCharArray());
    }
}
