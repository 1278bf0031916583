package dev.durin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.spi.MailKind;
import dev.durin.spi.MailText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Durin's own resource bundles say. */
class TextsTest {

    private static final Path BUNDLES = Path.of("src", "main", "resources", "dev", "durin", "mail");
    private static final Set<MailKind> WITH_LINK =
            EnumSet.of(MailKind.CONFIRM_REGISTRATION, MailKind.CONFIRM_ADDRESS, MailKind.RESET_PASSWORD);

    private final Texts texts = new Texts(Locale.ENGLISH);

    private MailText.Text write(MailKind kind, Locale locale, String caller) {
        return new BundleText(texts)
                .write(new MailText.Mail(
                        kind,
                        caller,
                        WITH_LINK.contains(kind) ? "https://shop.example/x" : "",
                        Instant.parse("2027-01-02T03:04:05Z"),
                        locale));
    }

    @ParameterizedTest
    @EnumSource
    void mailWhenWrittenThenNameLinkAndTimeAreInItInEachLanguage(MailKind kind) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.GERMANY)) {
            MailText.Text text = write(kind, locale, "dora {1} o'brien");

            assertThat(text.subject()).isNotBlank().doesNotContain("{", "\n");
            assertThat(text.body())
                    .contains(" dora {1} o'brien,")
                    .endsWith("\n")
                    .doesNotContain("{0}", "{2}");
            assertThat(text.body().contains("\n\nhttps://shop.example/x\n\n")).isEqualTo(WITH_LINK.contains(kind));
            assertThat(text.body().contains("2027-01-02 03:04 UTC")).isEqualTo(WITH_LINK.contains(kind));
        }
        assertThat(write(kind, Locale.GERMAN, "dora").subject())
                .isNotEqualTo(write(kind, Locale.ENGLISH, "dora").subject());
    }

    @Test
    void bundlesWhenReadThenTheSameKeysInEachLanguage() {
        assertThat(bundle(Locale.GERMAN).keySet()).isEqualTo(bundle(Locale.ROOT).keySet());
        assertThat(bundle(Locale.GERMAN).getLocale()).isEqualTo(Locale.GERMAN);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "dev.durin.mail.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A single apostrophe would swallow what stands in braces after it. */
    @ParameterizedTest
    @ValueSource(strings = {"texts.properties", "texts_de.properties"})
    void bundleWhenReadThenItsKeysAreInOrderAndEachApostropheIsTwo(String file) throws IOException {
        List<String> lines = Files.readAllLines(BUNDLES.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(lines).allMatch(line -> !line.replace("''", "").contains("'"));
    }

    @Test
    void languageWhenSpokenThenTheFirstWantedElseThatOfTheSetting() {
        assertThat(texts.language(List.of(Locale.FRENCH, Locale.GERMANY, Locale.ENGLISH)))
                .isEqualTo(Locale.GERMANY);
        assertThat(texts.language(List.of(Locale.US, Locale.GERMAN))).isEqualTo(Locale.US);
        assertThat(texts.language(List.of(Locale.FRENCH))).isEqualTo(Locale.ENGLISH);
        assertThat(new Texts(Locale.GERMAN).language(List.of())).isEqualTo(Locale.GERMAN);
    }

    @Test
    void valuesWhenTurnedIntoTextThenNeitherLinkNorAddressIsInIt() {
        MailOrder order =
                new MailOrder(MailKind.RESET_PASSWORD, "dora", "dora@example.com", Locale.ENGLISH, "0123456789abcdef");
        List<Object> values = List.of(
                order,
                new DueMail(7, 1, Instant.EPOCH, order),
                new Letter("id", "dora@example.com", "subject", "https://shop.example/x", Instant.EPOCH),
                new MailLinks.MailLink("https://shop.example/x", Instant.EPOCH),
                new MailText.Mail(
                        MailKind.RESET_PASSWORD, "dora", "https://shop.example/x", Instant.EPOCH, Locale.ENGLISH),
                new MailText.Text("subject", "https://shop.example/x"));

        assertThat(values.toString())
                .doesNotContain("example", "0123456789abcdef")
                .contains("reset-password 7");
    }

    /** Whoever registers with somebody else's address must not have Durin send them what they like. */
    @ParameterizedTest
    @ValueSource(strings = {"your refund: https://evil.example/x", "go to WWW.evil.example now", "evil.example/refund"})
    void textWhenTheNameHasALinkThenWithoutTheName(String name) {
        MailText.Text text = write(MailKind.CONFIRM_REGISTRATION, Locale.ENGLISH, name);

        assertThat(text.body()).contains("Hello …,").doesNotContainIgnoringCase("evil");
    }
}
