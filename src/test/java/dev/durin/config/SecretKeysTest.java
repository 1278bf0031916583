package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final String ONE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9AQUJD";

    @Test
    void readWhenOneKeyThenItsBytes() {
        SecretKeys keys = read(ONE);

        assertThat(keys.configured()).hasSize(1);
        assertThat(keys.configured().get(0)).isEqualTo(Base64.getDecoder().decode(ONE));
        assertThat(keys.inDatabase()).isFalse();
    }

    @Test
    void readWhenSeveralKeysThenAllInOrder() {
        SecretKeys keys = read(ONE + " ,\t" + OTHER);

        assertThat(keys.configured())
                .containsExactly(
                        Base64.getDecoder().decode(ONE), Base64.getDecoder().decode(OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "Database", " database "})
    void readWhenDatabaseThenKnowinglyThere(String text) {
        SecretKeys keys = read(text);

        assertThat(keys.configured()).isEmpty();
        assertThat(keys.inDatabase()).isTrue();
    }

    // B1.1
    @ParameterizedTest
    @CsvSource({"31, false", "32, true", "33, true", "1, false"})
    void readWhenShorterThanThirtyTwoBytesThenRefused(int bytes, boolean accepted) {
        String text = Base64.getEncoder().encodeToString(new byte[bytes]);

        if (accepted) {
            assertThat(read(text).configured().get(0)).hasSize(bytes);
        } else {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> read(text))
                    .withMessageContaining("at least 32 bytes, one has " + bytes);
        }
    }

    // B1.6: what is almost a key is a secret, too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VerySecretButTooShort=",
                "VerySecretButNotBase64!VerySecretButNotBase64",
                "VerySecretVerySecretVerySecretVerySecretVerySecret_-",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,VerySecret",
                "VerySecret,database",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "\u00e4VerySecret",
            })
    void readWhenBadThenMessageShowsNothingOfIt(String text) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("\n  durin.secret-key=(not shown): each key must ")
                .withMessageEndingWith("; such as durin.secret-key=database")
                .satisfies(e -> assertThat(Stream.iterate((Throwable) e, at -> at != null, Throwable::getCause))
                        .allSatisfy(at ->
                                assertThat(at.toString()).doesNotContain("Very", "Secr", "AAEC", "4567", "\u00e4")));
    }

    // B1.6
    @Test
    void toStringWhenKeysThenOnlyHowMany() {
        Settings settings = TestSettings.of(Map.of("durin.secret-key", ONE + "," + OTHER));

        assertThat(settings.secretKeys()).hasToString("SecretKeys[2 configured, inDatabase=false]");
        assertThat(settings.toString()).contains("SecretKeys[2 configured").doesNotContain("[B@", "AAEC", "ICEi");
    }

    private static SecretKeys read(String text) {
        return TestSettings.of(Map.of("durin.secret-key", text)).secretKeys();
    }
}
