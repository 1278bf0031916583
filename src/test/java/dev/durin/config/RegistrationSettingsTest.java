package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
