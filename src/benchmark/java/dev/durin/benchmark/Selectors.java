package dev.durin.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Selectors that the database and the benchmark can both compute: scattered like random ones. */
final class Selectors {

    private Selectors() {}

    /** PostgreSQL's {@code md5} of the row's id. */
    static String of(int id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(String.valueOf(id).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
