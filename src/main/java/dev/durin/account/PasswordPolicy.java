package dev.durin.account;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.spi.PasswordCheck;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/**
 * What a password must be: long enough, and not easily guessed. No rule says what characters it is made of, and none is cut
 * off. Thread-safe.
 */
@Part
class PasswordPolicy {

    private final int least;
    private final int most;
    private final PasswordCheck check;

    @Inject
    PasswordPolicy(Settings settings, @Configured PasswordCheck check) {
        this.least = settings.accounts().passwordMinLength();
        this.most = settings.accounts().passwordMaxLength();
        this.check = check;
    }

    /**
     * Objects to a password that does not do.
     *
     * @throws InvalidAccountException when it does not
     */
    void requireGood(String caller, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < least) {
            throw refused("A password has at least " + least + " characters.", "too-short", least);
        }
        if (length > most) {
            throw refused("A password has at most " + most + " characters.", "too-long", most);
        }
        // A login takes none of these, so whoever has such a password would never get in.
        if (password.isBlank()
                || password.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
            throw refused("A password must not be blank nor contain null characters.", "blank", 0);
        }
        check.objection(caller, password).ifPresent(objection -> {
            throw switch (objection) {
                case CommonPasswords.NAME -> refused(objection, "name", 0);
                case CommonPasswords.COMMON -> refused(objection, "common", 0);
                // The application's own, in whatever language it is.
                default -> new InvalidAccountException("password", objection);
            };
        });
    }

    private static InvalidAccountException refused(String message, String key, int number) {
        return new InvalidAccountException("password", message, "page.reset.objection." + key, number);
    }
}
