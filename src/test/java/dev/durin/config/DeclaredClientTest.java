package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredClientTest {

    @Test
    void readWhenEveryAttributeThenTaken() {
        DeclaredClient client = only(Map.of(
                "durin.clients.web.token-ttl", "14d",
                "durin.clients.web.throttle-rate", "100/h",
                "durin.clients.web.login-policy", "new",
                "durin.clients.web.max-per-caller", "5",
                "durin.clients.web.at-limit", "evict-oldest",
                "durin.clients.web.enabled", "false"));

        assertThat(client.name()).isEqualTo("web");
        assertThat(client.tokenLifetime()).contains(Lifetime.of(Duration.ofDays(14)));
        assertThat(client.throttleRate()).contains(new Rate(100, Duration.ofHours(1)));
        assertThat(client.unthrottled()).isFalse();
        assertThat(client.loginPolicy()).contains(LoginPolicy.NEW);
        assertThat(client.maxPerCaller()).contains(5);
        assertThat(client.atLimit()).contains(AtLimit.EVICT_OLDEST);
        assertThat(client.enabled()).contains(false);
    }

    @Test
    void readWhenOneAttributeThenOthersEmpty() {
        DeclaredClient client = only(Map.of("durin.clients.cli.enabled", "true"));

        assertThat(client.name()).isEqualTo("cli");
        assertThat(client.enabled()).contains(true);
        assertThat(client.tokenLifetime()).isEmpty();
        assertThat(client.throttleRate()).isEmpty();
        assertThat(client.unthrottled()).isFalse();
        assertThat(client.loginPolicy()).isEmpty();
        assertThat(client.maxPerCaller()).isEmpty();
        assertThat(client.atLimit()).isEmpty();
    }

    // B4.34
    @Test
    void readWhenTokensNeverExpireThenUnlimited() {
        DeclaredClient client = only(Map.of("durin.clients.api.token-ttl", "never"));

        assertThat(client.tokenLifetime()).contains(Lifetime.UNLIMITED);
    }

    @Test
    void readWhenAnyNumberOfTokensThenZero() {
        DeclaredClient client = only(Map.of("durin.clients.api.max-per-caller", "unlimited"));

        assertThat(client.maxPerCaller()).contains(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None"})
    void readWhenRateIsNoneThenItIsTakenAway(String text) {
        DeclaredClient client = only(Map.of("durin.clients.api.throttle-rate", text));

        assertThat(client.unthrottled()).isTrue();
        assertThat(client.throttleRate()).isEmpty();
    }

    @Test
    void readWhenSeveralThenSortedByName() {
        List<DeclaredClient> clients = read(Map.of(
                "durin.clients.web.enabled", "true",
                "durin.clients.Web.enabled", "false",
                "durin.clients.cli.enabled", "true"));

        assertThat(clients).extracting(DeclaredClient::name).containsExactly("Web", "cli", "web");
    }

    @ParameterizedTest
    @CsvSource({
        "durin.clients.acme.app.enabled, acme.app",
        "'durin.clients.\"acme.app\".enabled', acme.app",
        "'durin.clients.\"acme app\".enabled', acme app",
        "'durin.clients.acme app.enabled', acme app",
        "'durin.clients.\"enabled\".enabled', enabled",
        "durin.clients.token-ttl.enabled, token-ttl",
        "'durin.clients.\".enabled', '\"'",
        "'durin.clients.a\"b.enabled', 'a\"b'",
        "'durin.clients.\"a.enabled', '\"a'",
        "'durin.clients.a\".enabled', 'a\"'",
    })
    void readWhenNameHasDotsOrQuotesThenName(String key, String name) {
        assertThat(only(Map.of(key, "true")).name()).isEqualTo(name);
    }

    @Test
    void readWhenQuotedAndUnquotedThenOneClient() {
        DeclaredClient client = only(
                Map.of("durin.clients.\"acme.app\".enabled", "true", "durin.clients.acme.app.login-policy", "new"));

        assertThat(client.enabled()).contains(true);
        assertThat(client.loginPolicy()).contains(LoginPolicy.NEW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token-ttl     | 0s     | a lifetime must be longer than zero, not PT0S | 14d",
                "throttle-rate | 0/m    | a rate lets 1 to 999999999 requests pass, not 0 | 100/h",
                "throttle-rate | 10/week | a rate is a number, a slash and one of s, m, h, d, such as 100/h; not"
                        + " \"10/week\" | 100/h",
                "login-policy  | always | it must be one of reuse, new, replace | reuse",
                "max-per-caller | 0     | it must be a whole number from 1 to 100000 | 5",
                "max-per-caller | many  | it must be a whole number from 1 to 100000 | 5",
                "at-limit      | evict_oldest | it must be one of evict-oldest, reject | evict-oldest",
                "enabled       | yes    | it must be true or false | true",
            })
    void readWhenAttributeBadThenFaultWithKeyValueReasonAndExample(
            String attribute, String value, String reason, String example) {
        String key = "durin.clients.\"acme.app\"." + attribute;

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of(key, value)))
                .withMessageEndingWith(
                        ":\n  " + key + "=" + value + ": " + reason + "; such as " + key + "=" + example);
    }

    @Test
    void readWhenAttributeUnknownThenFaultWithThoseThatAre() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of("durin.clients.web.ttl", "1d")))
                .withMessageEndingWith(
                        ":\n  durin.clients.web.ttl: a client has at-limit, enabled, login-policy, max-per-caller, throttle-rate,"
                                + " token-ttl;"
                                + " such as durin.clients.web.token-ttl=14d");
    }

    @Test
    void readWhenNothingAboutClientThenFaultWithExample() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of("durin.clients.web", "14d")))
                .withMessageEndingWith(
                        ":\n  durin.clients.web: a client has at-limit, enabled, login-policy, max-per-caller, throttle-rate,"
                                + " token-ttl;"
                                + " such as durin.clients.web.token-ttl=14d");
    }

    @Test
    void readWhenListChangesThenSettingsDoNot() {
        List<DeclaredClient> clients = read(Map.of("durin.clients.web.enabled", "true"));

        assertThat(clients).isUnmodifiable();
    }

    private static DeclaredClient only(Map<String, String> configured) {
        List<DeclaredClient> clients = read(configured);
        assertThat(clients).hasSize(1);
        return clients.get(0);
    }

    private static List<DeclaredClient> read(Map<String, String> configured) {
        return TestSettings.of(configured).clients();
    }
}
