package dev.durin.account;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What a server brings, by the JDK alone; notes down what it was asked for, and can be held up. */
class JdkPbkdf2 implements Pbkdf2PasswordHash {

    final List<String> verified = new CopyOnWriteArrayList<>();
    CountDownLatch held = new CountDownLatch(0);
    CountDownLatch reached = new CountDownLatch(0);
    private Map<String, String> parameters = Map.of();

    @Override
    public void initialize(Map<String, String> newParameters) {
        parameters = newParameters;
    }

    @Override
    public String generate(char[] password) {
        byte[] salt = new byte[number("Pbkdf2PasswordHash.SaltSizeBytes")];
        new SecureRandom().nextBytes(salt);
        int iterations = number("Pbkdf2PasswordHash.Iterations");
        byte[] hash = hash(password, salt, iterations, number("Pbkdf2PasswordHash.KeySizeBytes"));
        return EncodedHash.write(parameters.getOrDefault("Pbkdf2PasswordHash.Algorithm", ""), iterations, salt, hash);
    }

    @Override
    public boolean verify(char[] password, String encoded) {
        reached.countDown();
        await();
        String[] parts = encoded.split(":", -1);
        verified.add(parts[1]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(hash, hash(password, salt, Integer.parseInt(parts[1]), hash.length));
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int number(String parameter) {
        return Integer.parseInt(parameters.getOrDefault(parameter, ""));
    }

    private static byte[] hash(char[] password, byte[] salt, int iterations, int bytes) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password, salt, iterations, bytes * 8))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
