package dev.durin.cli;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code key}: keys for {@code durin.secret-key}. Needs no server. */
@Command(name = "key", description = "Makes keys for durin.secret-key. Needs no server.")
final class KeyCommand {

    private static final int BYTES = 32;

    /** Set before any command runs. */
    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "Prints a fresh key, 32 bytes of randomness in Base64.")
    void generate() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(Base64.getEncoder().encodeToString(key));
    }
}
