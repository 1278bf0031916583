package dev.durin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durin.config.TestSettings;
import dev.durin.spi.PasswordCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B6.57 */
class PasswordPolicyTest {

    private static final String FOX = "\uD83E\uDD8A";

    private final PasswordPolicy policy = policy(CommonPasswords::objection);

    private static PasswordPolicy policy(PasswordCheck check) {
        return new PasswordPolicy(TestSettings.of(Map.of()), check);
    }

    private void refused(String password, String message) {
        assertThatThrownBy(() -> policy.requireGood("alice", password))
                .isInstanceOfSatisfying(InvalidAccountException.class, e -> {
                    assertThat(e.field()).isEqualTo("password");
                    assertThat(e.getMessage()).isEqualTo(message);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zebra-07", "        x", " x      ", "ääääääää", "\t\n\u0001\u0002\u0003\u0004xy"})
    void passwordOfAnyCharactersThenGood(String password) {
        policy.requireGood("alice", password);
    }

    @Test
    void lengthThenInCharactersAndNotInHalvesOfThem() {
        policy.requireGood("alice", FOX.repeat(8));
        policy.requireGood("alice", FOX.repeat(128));
        refused(FOX.repeat(7), "A password has at least 8 characters.");
        refused(FOX.repeat(129), "A password has at most 128 characters.");
        refused("", "A password has at least 8 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"        ", "abcdefg\0h", "abcdefgh\uD83E"})
    void passwordThatNoLoginTakesThenRefused(String password) {
        refused(password, "A password must not be blank nor contain null characters.");
    }

    @Test
    void nameForAPasswordThenRefused() {
        assertThat(CommonPasswords.objection("Alice Smith", "alice smith"))
                .contains("A password must not be the name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord1", "12345678", "qwertyuiop"})
    void commonPasswordThenRefused(String password) {
        refused(password, "This password is too common.");
    }

    /** Of no use with the least length that is the default, but with a lower one. */
    @ParameterizedTest
    @ValueSource(strings = {"123456", "Qwerty", "letmein"})
    void commonPasswordShorterThanTheDefaultAllowsThenFound(String password) {
        assertThat(CommonPasswords.objection("alice", password)).contains("This password is too common.");
    }

    @Test
    void checkOfTheApplicationsThenItsObjection() {
        PasswordPolicy own = policy((caller, password) -> Optional.of(caller + " may not."));

        assertThatThrownBy(() -> own.requireGood("alice", "zebra-07")).hasMessage("alice may not.");
    }

    /** One with capitals would never be found. Whoever lets passwords be shorter than six characters is past help. */
    @Test
    void listOfCommonPasswordsThenEachIsOfUse() throws IOException {
        List<String> listed;
        try (InputStream stream =
                CommonPasswords.class.getClassLoader().getResourceAsStream("META-INF/durin/common-passwords.txt")) {
            listed = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }

        assertThat(listed).hasSizeGreaterThan(100).doesNotHaveDuplicates().allMatch(line -> line.length() >= 6);
        assertThat(listed)
                .allMatch(line -> CommonPasswords.objection("alice", line).isPresent());
    }
}
