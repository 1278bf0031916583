package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @Test
    void readWhenNothingConfiguredThenDefaults() {
        Settings settings = TestSettings.of(Map.of());

        assertThat(settings.token())
                .isEqualTo(new Settings.TokenSettings(Lifetime.of(Duration.ofDays(1)), 64, "", Duration.ofMinutes(15)));
        assertThat(settings.login().policy()).isEqualTo(LoginPolicy.REUSE);
        assertThat(settings.login().refresh()).isFalse();
        assertThat(settings.login().user()).isFalse();
        assertThat(settings.login().expiryFormat().pattern()).isEqualTo("iso-8601");
        assertThat(settings.apiAccess()).isEqualTo(new Settings.ApiAccessSettings("", false, false, false));
        assertThat(settings.store())
                .isEqualTo(new Settings.StoreSettings("java:comp/DefaultDataSource", SchemaMode.APPLY));
        assertThat(settings.secretKeys().configured()).isEmpty();
        assertThat(settings.secretKeys().inDatabase()).isFalse();
        assertThat(settings.headerPrefixes()).containsExactly("Token");
        assertThat(settings.entry()).isEqualTo(Entry.MECHANISM);
        assertThat(settings.endpoints()).isTrue();
        assertThat(settings.clients()).isEmpty();
    }

    @Test
    void readWhenTokenSettingsConfiguredThenTaken() {
        Settings settings = TestSettings.of(Map.of(
                "durin.token.ttl", "PT12H",
                "durin.token.length", "96",
                "durin.token.prefix", "acme_",
                "durin.purge.interval", "1m"));

        assertThat(settings.token())
                .isEqualTo(new Settings.TokenSettings(
                        Lifetime.of(Duration.ofHours(12)), 96, "acme_", Duration.ofMinutes(1)));
    }

    @Test
    void readWhenLoginSettingsConfiguredThenTaken() {
        Settings settings = TestSettings.of(Map.of(
                "durin.login.policy", "replace",
                "durin.login.refresh", "true",
                "durin.login.user", "TRUE",
                "durin.expiry.format", "HH:mm dd/MM/yy"));

        assertThat(settings.login().policy()).isEqualTo(LoginPolicy.REPLACE);
        assertThat(settings.login().refresh()).isTrue();
        assertThat(settings.login().user()).isTrue();
        assertThat(settings.login().expiryFormat().pattern()).isEqualTo("HH:mm dd/MM/yy");
    }

    @Test
    void readWhenNothingIsSaidOfLimitsThenAnyNumberOfTokens() {
        Settings settings = TestSettings.of(Map.of());

        assertThat(settings.limit().maxPerCaller()).isEmpty();
        assertThat(settings.limit().atLimit()).isEqualTo(AtLimit.EVICT_OLDEST);
        assertThat(settings.login().failureStatus()).isEqualTo(400);
        assertThat(settings.recorded()).isEqualTo(new Settings.RecordSettings(true, true));
    }

    @Test
    void readWhenLimitsConfiguredThenTaken() { // B4.39
        Settings settings = TestSettings.of(Map.of(
                "durin.token.max-per-caller", "5",
                "durin.token.at-limit", "Reject",
                "durin.login.failure-status", "401"));

        assertThat(settings.limit().maxPerCaller()).contains(5);
        assertThat(settings.limit().atLimit()).isEqualTo(AtLimit.REJECT);
        assertThat(settings.login().failureStatus()).isEqualTo(401);
    }

    @Test
    void readWhenNothingIsToBeRecordedThenNothingIsKept() { // B11.95
        Settings.RecordSettings recorded = TestSettings.of(
                        Map.of("durin.record.address", "false", "durin.record.user-agent", "false"))
                .recorded();

        assertThat(recorded.keptAddress("192.0.2.17")).isEmpty();
        assertThat(recorded.keptUserAgent("curl/8.5.0")).isEmpty();
    }

    @Test
    void readWhenApiAccessConfiguredThenTaken() {
        Settings.ApiAccessSettings apiAccess = TestSettings.of(Map.of(
                        "durin.api-access.client-name", "api",
                        "durin.api-access.exclude-from-sessions", "true",
                        "durin.api-access.include-token", "true",
                        "durin.api-access.manage-sessions", "true"))
                .apiAccess();

        assertThat(apiAccess).isEqualTo(new Settings.ApiAccessSettings("api", true, true, true));
        assertThat(apiAccess.clientName()).contains("api");
        assertThat(apiAccess.isApiAccess("api")).isTrue();
        assertThat(apiAccess.isApiAccess("API")).isFalse();
    }

    @Test
    void isApiAccessWhenNotConfiguredThenNoClientIs() {
        Settings.ApiAccessSettings apiAccess = TestSettings.of(Map.of()).apiAccess();

        assertThat(apiAccess.clientName()).isEmpty();
        assertThat(apiAccess.isApiAccess("")).isFalse();
    }

    @Test
    void readWhenTheRestConfiguredThenTaken() {
        Settings settings = TestSettings.of(Map.of(
                "durin.datasource", "java:app/jdbc/durin",
                "durin.schema", "Validate",
                "durin.auth.header-prefixes", "Bearer, Token ,X-Api",
                "durin.entry", "none",
                "durin.endpoints", "false"));

        assertThat(settings.store()).isEqualTo(new Settings.StoreSettings("java:app/jdbc/durin", SchemaMode.VALIDATE));
        assertThat(settings.headerPrefixes()).containsExactly("Bearer", "Token", "X-Api");
        assertThat(settings.entry()).isEqualTo(Entry.NONE);
        assertThat(settings.endpoints()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1ms, PT0.001S",
        "90s, PT1M30S",
        "15m, PT15M",
        "12h, PT12H",
        "30d, P30D",
        "P1DT12H, PT36H",
        "' 14d ', P14D",
        "36500d, P36500D"
    })
    void readWhenDurationThenEitherSpelling(String text, Duration duration) {
        assertThat(TestSettings.of(Map.of("durin.token.ttl", text)).token().lifetime())
                .isEqualTo(Lifetime.of(duration));
    }

    @ParameterizedTest
    @CsvSource({"1s, PT1S", "1000ms, PT1S", "1d, PT24H", "PT24H, PT24H"})
    void readWhenPurgeIntervalAtItsBoundsThenTaken(String text, Duration interval) {
        assertThat(TestSettings.of(Map.of("durin.purge.interval", text)).token().purgeInterval())
                .isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "0s, PT0S", "60s, PT1M", "1d, PT24H"})
    void readWhenCacheTimeoutAtItsBoundsThenTaken(String text, Duration timeout) {
        Settings settings =
                TestSettings.of(Map.of("durin.token.cache-timeout", text, "durin.token.cache-size", "10000000"));

        assertThat(settings.cache()).isEqualTo(new Settings.CacheSettings(timeout, 10_000_000));
    }

    @Test
    void readWhenNothingSaysHowLongTokensAreKeptThenAMinuteAsInDjango() {
        assertThat(TestSettings.of(Map.of()).cache())
                .isEqualTo(new Settings.CacheSettings(Duration.ofSeconds(60), 100_000));
    }

    // B4.34
    @ParameterizedTest
    @ValueSource(strings = {"never", "Never"})
    void readWhenNeverThenUnlimited(String text) {
        assertThat(TestSettings.of(Map.of("durin.token.ttl", text)).token().lifetime())
                .isEqualTo(Lifetime.UNLIMITED);
    }

    /** MicroProfile Config takes an empty value for none. */
    @Test
    void readWhenValueEmptyThenDefault() {
        Settings settings = TestSettings.of(Map.of("durin.token.ttl", "", "durin.secret-key", ""));

        assertThat(settings.token().lifetime()).isEqualTo(Lifetime.of(Duration.ofDays(1)));
        assertThat(settings.secretKeys().configured()).isEmpty();
    }

    // B4.36 and all other values that cannot be used.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "durin.token.ttl         | 0s        | a lifetime must be longer than zero, not PT0S | 14d",
                "durin.token.ttl         | PT0S      | a lifetime must be longer than zero, not PT0S | 14d",
                "durin.token.ttl         | PT-5M     | a lifetime must be longer than zero, not PT-5M | 14d",
                "durin.token.ttl         | 36501d    | a lifetime is at most 36500 days, not 36501 days; say \"never\""
                        + " for one without end | 14d",
                "durin.token.ttl         | 999999999d | a lifetime is at most 36500 days, not 999999999 days; say"
                        + " \"never\" for one without end | 14d",
                "durin.token.length      | 62        | it must be a whole number from 64 to 96 | 64",
                "durin.token.length      | 98        | it must be a whole number from 64 to 96 | 64",
                "durin.token.length      | -64       | it must be a whole number from 64 to 96 | 64",
                "durin.token.length      | 64.0      | it must be a whole number from 64 to 96 | 64",
                "durin.token.length      | 9999999999 | it must be a whole number from 64 to 96 | 64",
                "durin.token.length      | 65        | it must be an even number, two characters are one byte | 64",
                "durin.token.prefix      | a b       | it must be at most 32 letters, digits or one of _ . ~ - | acme_",
                "durin.token.prefix      | acme:     | it must be at most 32 letters, digits or one of _ . ~ - | acme_",
                "durin.token.prefix      | ärger     | it must be at most 32 letters, digits or one of _ . ~ - | acme_",
                "durin.token.prefix      | 123456789012345678901234567890123 | it must be at most 32 letters, digits or"
                        + " one of _ . ~ - | acme_",
                "durin.auth.header-prefixes | Token, | each must be an authentication scheme: 1 to 32 characters without"
                        + " space or comma | Token, Bearer",
                "durin.auth.header-prefixes | To ken | each must be an authentication scheme: 1 to 32 characters without"
                        + " space or comma | Token, Bearer",
                "durin.auth.header-prefixes | To\"ken | each must be an authentication scheme: 1 to 32 characters without"
                        + " space or comma | Token, Bearer",
                "durin.login.policy      | always    | it must be one of reuse, new, replace | reuse",
                "durin.login.refresh     | yes       | it must be true or false | true",
                "durin.login.user        | 1         | it must be true or false | true",
                "durin.expiry.format     | iso       | Unknown pattern letter: i | HH:mm dd/MM/yy",
                "durin.api-access.exclude-from-sessions | on | it must be true or false | true",
                "durin.api-access.include-token | off | it must be true or false | true",
                "durin.api-access.manage-sessions | no | it must be true or false | true",
                "durin.datasource        | jdbc durin | it must be a JNDI name | java:app/jdbc/durin",
                "durin.schema            | update    | it must be one of apply, validate, none | apply",
                "durin.entry             | cookie    | it must be one of mechanism, filter, none | mechanism",
                "durin.endpoints         | maybe     | it must be true or false | true",
                "durin.token.cache-timeout | -1s     | it must be a duration, either a number with ms, s, m, h or d, or ISO 8601 such as PT12H | 15m",
                "durin.token.cache-timeout | None    | it must be a duration, either a number with ms, s, m, h or d, or ISO 8601 such as PT12H | 15m",
                "durin.token.cache-timeout | PT-1S   | it must be from PT0S to PT24H | 15m",
                "durin.token.cache-timeout | 25h     | it must be from PT0S to PT24H | 15m",
                "durin.token.cache-size  | 0         | it must be a whole number from 1 to 10000000 | 100000",
                "durin.purge.interval    | 0s        | it must be from PT1S to PT24H | 15m",
                "durin.purge.interval    | PT-1H     | it must be from PT1S to PT24H | 15m",
                "durin.purge.interval    | 999ms     | it must be from PT1S to PT24H | 15m",
                "durin.purge.interval    | 25h       | it must be from PT1S to PT24H | 15m",
            })
    void readWhenValueBadThenOneFaultWithKeyValueReasonAndExample(
            String key, String value, String reason, String example) {
        assertThatFaultsOf(Map.of(key, value))
                .withMessage("Durin cannot start with this configuration:\n  " + key + "=" + value + ": " + reason
                        + "; such as " + key + "=" + example);
    }

    // B4.36
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1d",
                "1w",
                "10",
                "1.5h",
                "d",
                "tomorrow",
                "P1Y",
                "P1M",
                "9999999999d",
                "PT9223372036854775808S",
                "PT9223372036854775807S",
                "PT-9223372036854775808S",
                "P106751991167301D",
                "\u0661d"
            })
    void readWhenDurationCannotBeThenFaultNamesEachKey(String text) {
        assertThatFaultsOf(Map.of(
                        "durin.token.ttl", text,
                        "durin.purge.interval", text,
                        "durin.clients.web.token-ttl", text))
                .withMessageContaining("\n  durin.token.ttl=" + text + ": ")
                .withMessageContaining("; such as durin.token.ttl=14d")
                .withMessageContaining("\n  durin.purge.interval=" + text + ": ")
                .withMessageContaining("\n  durin.clients.web.token-ttl=" + text + ": ");
    }

    @Test
    void readWhenRatesOfAddressesAndNobodySaysWhoseAddressesThenFaultEach() {
        assertThatFaultsOf(Map.of(
                        "durin.throttle.anonymous-rate", "10/m",
                        "durin.throttle.bad-token-rate", "10/m",
                        "durin.throttle.login-rate", "10/m"))
                .withMessageContaining(
                        "\n  durin.throttle.anonymous-rate has no effect without durin.trusted-proxies: set that")
                .withMessageContaining("\n  durin.throttle.bad-token-rate has no effect")
                .withMessageContaining("\n  durin.throttle.login-rate has no effect");
    }

    @Test
    void readWhenProxiesAreKnownThenRatesOfAddresses() {
        Settings.ThrottleSettings byDefault =
                TestSettings.of(Map.of("durin.trusted-proxies", "none")).throttle();
        Settings.ThrottleSettings configured = TestSettings.of(Map.of(
                        "durin.trusted-proxies", "10.0.0.0/8",
                        "durin.throttle.anonymous-rate", "10/m",
                        "durin.throttle.bad-token-rate", "Unlimited",
                        "durin.throttle.login-rate", "unlimited"))
                .throttle();

        assertThat(byDefault.anonymous()).isEmpty();
        assertThat(byDefault.badToken()).contains(new Rate(300, Duration.ofMinutes(1)));
        assertThat(byDefault.login()).contains(new Rate(20, Duration.ofMinutes(1)));
        assertThat(configured.anonymous()).contains(new Rate(10, Duration.ofMinutes(1)));
        assertThat(configured.badToken()).isEmpty();
        assertThat(configured.login()).isEmpty();
    }

    @Test
    void readWhenEverythingBadThenEveryFaultAtOnce() {
        Map<String, String> configured = new HashMap<>();
        AllSettings.ALL.forEach(setting -> configured.put(setting.key(), "not good"));
        ClientAttributes.ALL.keySet().forEach(name -> configured.put("durin.clients.web." + name, "not good"));
        // Text of any kind is good for names.
        configured
                .keySet()
                .removeAll(List.of(
                        AllSettings.API_ACCESS_CLIENT.key(),
                        AllMailSettings.SESSION.key(),
                        AllMailSettings.HOST.key(),
                        AllMailSettings.USERNAME.key(),
                        AllMailSettings.PASSWORD.key(),
                        AllRegistrationSettings.GROUPS.key(),
                        AllAdminSettings.GROUP.key(),
                        AllAdminSettings.CALLERS.key(),
                        AllAdminSettings.CLIENTS.key()));

        assertThatFaultsOf(configured)
                .satisfies(e -> assertThat(e.toString().lines().skip(1))
                        .hasSameSizeAs(configured.keySet())
                        .allSatisfy(fault -> assertThat(configured.keySet())
                                .filteredOn(key -> fault.startsWith("  " + key + "="))
                                .hasSize(1)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void readWhenExampleOrDefaultOfSettingThenGood(Setting<?> setting) {
        assertThat(setting.type().read(setting.byDefault())).isNotNull();
        assertThat(setting.type().read(setting.type().example())).isNotNull();
    }

    static List<Setting<?>> settings() {
        return AllSettings.ALL;
    }

    @Test
    void allWhenListedThenEachKeyOnceAndOurs() {
        assertThat(AllSettings.ALL)
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("durin(\\.[a-z]+(-[a-z]+)*)+"));
    }

    private static ThrowableAssertAlternative<ConfigurationException> assertThatFaultsOf(
            Map<String, String> configured) {
        return assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> TestSettings.of(configured));
    }
}
