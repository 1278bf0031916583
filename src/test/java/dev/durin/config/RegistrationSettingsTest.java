package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationSettingsTest {

    @Test
    void targetsWhenTheyAreAddressesThenTaken() {
        RegistrationSettings.ConfirmationLink link = TestSettings.of(Map.of(
                        "durin.registration.confirm-page", "https://shop.example/confirm?token={token}",
                        "durin.registration.confirmed-redirect", "/welcome.html",
                        "durin.registration.failed-redirect", "https://shop.example/late?a=b%20c"))
                .registration()
                .link();

        assertThat(link)
                .isEqualTo(new RegistrationSettings.ConfirmationLink(
                        false,
                        "https://shop.example/confirm?token={token}",
                        "/welcome.html",
                        "https://shop.example/late?a=b%20c"));
    }

    private static Map<String, String> confirming(String unconfirmed, String link) {
        return Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.base-url", "https://shop.example",
                "durin.mail.host", "localhost",
                "durin.mail.from", "shop@shop.example",
                "durin.registration.enabled", "true",
                "durin.registration.confirm", "true",
                "durin.registration.unconfirmed-lifetime", unconfirmed,
                "durin.accounts.link-lifetime", link);
    }

    @Test
    void unconfirmedLifetimeWhenShorterThanThatOfALinkThenTheKeyIsNamed() {
        assertThatThrownBy(() -> TestSettings.of(confirming("1h", "61m")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "durin.registration.unconfirmed-lifetime: it is PT1H, and the link that confirms an"
                                + " address is good for longer, durin.accounts.link-lifetime=PT1H1M; set it to as much, at least,"
                                + " such as durin.registration.unconfirmed-lifetime=PT1H1M");
    }

    @Test
    void unconfirmedLifetimeWhenAsLongAsThatOfALinkThenTaken() {
        assertThat(TestSettings.of(confirming("1h", "60m")).registration().unconfirmedLifetime())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void languageWhenItHasAScriptThenKept() {
        assertThat(TestSettings.of(Map.of("durin.mail.language", "sr-Latn-RS"))
                        .mail()
                        .language()
                        .toLanguageTag())
                .isEqualTo("sr-Latn-RS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "de-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg-hhhhhhhh"})
    void languageWhenItIsNoneOrTooLongThenTheKeyIsNamed(String tag) {
        assertThatThrownBy(() -> TestSettings.of(Map.of("durin.mail.language", tag)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("durin.mail.language=" + tag + ": it must be a language tag of BCP 47");
    }

    /** Else it would be found out when an address was confirmed. */
    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/a|b", "https://shop.example/%zz", "shop.example", "https://a/?b"})
    void baseUrlWhenItIsNoneThenTheKeyIsNamed(String url) {
        assertThatThrownBy(() -> TestSettings.of(Map.of("durin.accounts.base-url", url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("durin.accounts.base-url=" + url + ": it must be the absolute URL under which");
    }

    /** Else it would be found out when somebody follows a link. */
    @ParameterizedTest
    @CsvSource({
        "durin.registration.confirmed-redirect, welcome.html",
        "durin.registration.confirmed-redirect, https://shop.example/{token}",
        "durin.registration.failed-redirect, https://shop.example/a|b",
        "durin.registration.failed-redirect, javascript:alert(1)",
        "durin.registration.confirm-page, https://shop.example/%zz?{token}",
        "durin.accounts.reset-page, https://shop.example/<>{token}",
        "durin.registration.confirm-page, /confirm?token={token}",
        "durin.accounts.reset-page, /reset?token={token}"
    })
    void targetsWhenTheyAreNoneThenTheKeyIsNamed(String key, String value) {
        assertThatThrownBy(() -> TestSettings.of(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key + "=" + value + ": it must be an absolute URL");
    }
}
