package dev.durin.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that whoever guesses tries first. */
final class CommonPasswords {

    static final String NAME = "A password must not be the name.";
    static final String COMMON = "This password is too common.";

    private static final String FILE = "META-INF/durin/common-passwords.txt";

    private CommonPasswords() {}

    /** What is wrong with a password, if it is easily guessed. Capitals do not make it better. */
    static Optional<String> objection(String caller, String password) {
        if (password.equalsIgnoreCase(caller)) {
            return Optional.of(NAME);
        }
        return Known.ALL.contains(password.toLowerCase(Locale.ROOT)) ? Optional.of(COMMON) : Optional.empty();
    }

    /** Read when it is first needed. */
    private static final class Known {

        private static final Set<String> ALL = read();

        private static Set<String> read() {
            try (InputStream stream = CommonPasswords.class.getClassLoader().getResourceAsStream(FILE)) {
                if (stream == null) {
                    throw new IllegalStateException("the JAR has no " + FILE);
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
