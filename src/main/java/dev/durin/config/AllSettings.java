package dev.durin.config;

import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every setting, once. {@code docs/configuration.md} is compared with this list by a test. */
final class AllSettings {

    static final String CLIENT_PREFIX = "durin.clients.";

    static final Setting<Lifetime> TOKEN_TTL = new Setting<>(
            "durin.token.ttl",
            SettingType.LIFETIME,
            "P1D",
            "How long tokens live of clients that have no lifetime of their own.");
    static final Setting<Integer> TOKEN_LENGTH = new Setting<>(
            "durin.token.length",
            new SettingType<>("even number", "64", AllSettings::readTokenLength),
            "64",
            "How many characters a token has without its prefix, 64 to 96. A change makes every token handed out"
                    + " before unknown.");
    static final Setting<String> TOKEN_PREFIX = new Setting<>(
            "durin.token.prefix",
            SettingType.text(
                    "acme_",
                    Pattern.compile("[A-Za-z0-9_.~-]{0,32}"),
                    "it must be at most 32 letters, digits or one of _ . ~ -"),
            "",
            "What every token begins with, so that people and secret scanners know it. A change makes every token"
                    + " handed out before unknown.");
    static final Setting<Optional<Integer>> MAX_PER_CALLER = new Setting<>(
            "durin.token.max-per-caller",
            SettingType.optionalNumber(1, Settings.LimitSettings.LARGEST, "10"),
            "",
            "How many live tokens each caller may have, of all clients together; those of the API access client do not"
                    + " count. Unset: any number.");
    static final Setting<AtLimit> AT_LIMIT = new Setting<>(
            "durin.token.at-limit",
            SettingType.oneOf(AtLimit.class),
            "evict-oldest",
            "What a login does that would be one token too many, for clients that do not say: it ends the oldest, or it is"
                    + " refused.");
    static final Setting<Duration> CACHE_TIMEOUT = new Setting<>(
            "durin.token.cache-timeout",
            SettingType.duration(Duration.ZERO, Duration.ofDays(1)),
            "PT60S",
            "How long at most a token that was found good is not looked up again; `0` looks at each request. What this"
                    + " node ends or changes holds at once, what another node does, as soon as it was read, see"
                    + " `durin.feed.interval`; what is written into the tables by hand, within this time.");
    static final Setting<Integer> CACHE_SIZE = new Setting<>(
            "durin.token.cache-size",
            SettingType.wholeNumber(1, 10_000_000, "100000"),
            "100000",
            "How many tokens at most are kept in memory for `durin.token.cache-timeout`, as many scoped tokens beside them,"
                    + " and the uses of as many that are not written yet.");
    static final Setting<Duration> FEED_INTERVAL = new Setting<>(
            "durin.feed.interval",
            SettingType.durationOrOff(Duration.ofMillis(100), Duration.ofMinutes(15), "1s"),
            "PT1S",
            "How often this node reads what others have ended or changed; `0` does not, for a single node.");
    static final Setting<Duration> FEED_OUTAGE_TIMEOUT = new Setting<>(
            "durin.feed.outage-timeout",
            SettingType.duration(Duration.ofMillis(200), Duration.ofMinutes(30)),
            "PT10S",
            "How long at most a token is not looked up again while that cannot be read; at least twice"
                    + " `durin.feed.interval`.");
    static final Setting<List<String>> HEADER_PREFIXES = new Setting<>(
            "durin.auth.header-prefixes",
            SettingType.list(SettingType.text(
                    "Token, Bearer",
                    Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}"),
                    "each must be an authentication scheme: 1 to 32 characters without space or comma")),
            "Token",
            "The schemes of the `Authorization` header that carry a token, in any case of letters; the first one is"
                    + " told in `WWW-Authenticate`.");
    static final Setting<LoginPolicy> LOGIN_POLICY = new Setting<>(
            "durin.login.policy",
            SettingType.oneOf(LoginPolicy.class),
            "reuse",
            "What a login does about earlier tokens, for clients that do not say.");
    static final Setting<Boolean> LOGIN_REFRESH = new Setting<>(
            "durin.login.refresh",
            SettingType.BOOLEAN,
            "false",
            "Whether a login that answers an existing token renews it.");
    static final Setting<Boolean> LOGIN_USER = new Setting<>(
            "durin.login.user", SettingType.BOOLEAN, "false", "Whether the answer of a login has the member `user`.");
    static final Setting<Integer> LOGIN_FAILURE_STATUS = new Setting<>(
            "durin.login.failure-status",
            new SettingType<>("`400` or `401`", "401", AllSettings::readFailureStatus),
            "400",
            "The status of the answer to a login that is refused for its name, its password or its caller.");
    static final Setting<ExpiryFormat> EXPIRY_FORMAT = new Setting<>(
            "durin.expiry.format",
            new SettingType<>("`iso-8601` or a `DateTimeFormatter` pattern", "HH:mm dd/MM/yy", ExpiryFormat::of),
            "iso-8601",
            "How `login` and `refresh` write an expiry, in UTC.");
    static final Setting<String> API_ACCESS_CLIENT = new Setting<>(
            "durin.api-access.client-name",
            SettingType.TEXT,
            "",
            "The client whose tokens `apiaccess` hands out; without it `apiaccess` answers 404.");
    static final Setting<Boolean> API_ACCESS_EXCLUDE = new Setting<>(
            "durin.api-access.exclude-from-sessions",
            SettingType.BOOLEAN,
            "false",
            "Whether `sessions` leaves the API access token out.");
    static final Setting<Boolean> API_ACCESS_INCLUDE_TOKEN = new Setting<>(
            "durin.api-access.include-token",
            SettingType.BOOLEAN,
            "false",
            "Whether `GET apiaccess` shows the token again.");
    static final Setting<Boolean> API_ACCESS_MANAGE = new Setting<>(
            "durin.api-access.manage-sessions",
            SettingType.BOOLEAN,
            "false",
            "Whether an API access token may list and end sessions, log out everywhere and issue.");
    static final Setting<Optional<Rate>> THROTTLE_RATE = new Setting<>(
            "durin.throttle.rate",
            SettingType.OPTIONAL_RATE,
            "",
            "How many requests each caller may make with the tokens of a client that has no `throttle-rate` of its own;"
                    + " unset: any number.");
    static final Setting<Optional<Rate>> THROTTLE_ANONYMOUS = new Setting<>(
            "durin.throttle.anonymous-rate",
            SettingType.OPTIONAL_RATE,
            "",
            "How many requests without a token each address may make; unset: any number. Needs"
                    + " `durin.trusted-proxies`.");
    static final Setting<Optional<Rate>> THROTTLE_BAD_TOKEN = new Setting<>(
            "durin.throttle.bad-token-rate",
            SettingType.OPTIONAL_RATE,
            "300/m",
            "How many requests with tokens that are not good each address may make before it is told to wait. Holds once"
                    + " `durin.trusted-proxies` is set.");
    static final Setting<Optional<Rate>> THROTTLE_LOGIN = new Setting<>(
            "durin.throttle.login-rate",
            SettingType.OPTIONAL_RATE,
            "20/m",
            "How many logins each address may try, good or bad. Holds once `durin.trusted-proxies` is set.");
    static final Setting<Integer> THROTTLE_FAILED_LOGINS = new Setting<>(
            "durin.throttle.failed-logins",
            SettingType.wholeNumber(0, 1000, "5"),
            "5",
            "After how many failed logins in a row those for the same name have to wait, one second first, then twice as"
                    + " long each time; `0`: never. An address may fail ten times as often, once `durin.trusted-proxies`"
                    + " is set.");
    static final Setting<TrustedProxies> TRUSTED_PROXIES = new Setting<>(
            "durin.trusted-proxies",
            new SettingType<>(
                    "list of addresses and networks, or `none`", "10.0.0.0/8, 192.168.1.5", TrustedProxies::parse),
            "",
            "The proxies whose `X-Forwarded-For` is believed; `none` when clients reach the server directly, or when the"
                    + " server itself looks at that header. Unset: nothing is limited by address.");
    static final Setting<Boolean> THROTTLE_HEADERS = new Setting<>(
            "durin.throttle.headers",
            SettingType.BOOLEAN,
            "true",
            "Whether answers to requests that were counted tell in `RateLimit` and `RateLimit-Policy` what is left.");
    static final Setting<Integer> THROTTLE_SIZE = new Setting<>(
            "durin.throttle.size",
            SettingType.wholeNumber(1, 10_000_000, "100000"),
            "100000",
            "How many counts at most are kept in memory, each of up to 3 KB; beyond that, those are given up that are asked"
                    + " for least.");
    static final Setting<String> DATASOURCE = new Setting<>(
            "durin.datasource",
            SettingType.text("java:app/jdbc/durin", Pattern.compile("\\S+"), "it must be a JNDI name"),
            "java:comp/DefaultDataSource",
            "The JTA data source that holds Durin's tables.");
    static final Setting<SchemaMode> SCHEMA = new Setting<>(
            "durin.schema",
            SettingType.oneOf(SchemaMode.class),
            "apply",
            "What happens to Durin's tables at start-up: missing scripts are applied, the tables are only checked, or"
                    + " nothing is looked at.");
    static final Setting<SecretKeys> SECRET_KEY = new Setting<>(
            "durin.secret-key",
            new SettingType<>("list of Base64 keys, or `database`", "database", SecretKeys::parse),
            "",
            "The secret that makes and checks tokens: at least 32 bytes in Base64. Several: the first makes, all check."
                    + " Unset: see the operations page.");
    static final Setting<Entry> ENTRY = new Setting<>(
            "durin.entry",
            SettingType.oneOf(Entry.class),
            "mechanism",
            "How a request reaches Durin: by an authentication mechanism of the container, by a filter of JAX-RS alone, or"
                    + " not at all unless the application calls `TokenAuthentication`.");
    static final Setting<Boolean> ENDPOINTS = new Setting<>(
            "durin.endpoints",
            SettingType.BOOLEAN,
            "true",
            "Whether Durin's own endpoints under `auth/` answer; without them they are 404.");
    static final Setting<Duration> PURGE_INTERVAL = new Setting<>(
            "durin.purge.interval",
            SettingType.duration(Duration.ofSeconds(1), Duration.ofDays(1)),
            "PT15M",
            "How often expired tokens are removed that nobody presents any more.");

    static final Setting<Duration> LAST_USED_INTERVAL = new Setting<>(
            "durin.last-used.interval",
            SettingType.duration(Duration.ZERO, Duration.ofDays(1)),
            "PT1M",
            "How often it is written when tokens were used last, and how often each caller has used each client; `0`: it"
                    + " is not recorded.");
    static final Setting<Boolean> RECORD_ADDRESS = new Setting<>(
            "durin.record.address",
            SettingType.BOOLEAN,
            "true",
            "Whether the addresses that tokens were made from and last used from are kept with them.");
    static final Setting<Boolean> RECORD_USER_AGENT = new Setting<>(
            "durin.record.user-agent",
            SettingType.BOOLEAN,
            "true",
            "Whether the user agents that tokens were made with and last used with are kept with them.");
    static final Setting<Duration> USAGE_KEEP = new Setting<>(
            "durin.usage.keep",
            new SettingType<>(
                    "duration", "400d", SettingType.duration(Duration.ofDays(1), Duration.ofDays(36_500))::read),
            "P400D",
            "How long it is kept how often each caller has used each client on a day.");

    static final List<Setting<?>> ALL = Stream.<List<Setting<?>>>of(
                    List.of(
                            TOKEN_TTL,
                            TOKEN_LENGTH,
                            TOKEN_PREFIX,
                            MAX_PER_CALLER,
                            AT_LIMIT,
                            CACHE_TIMEOUT,
                            CACHE_SIZE,
                            FEED_INTERVAL,
                            FEED_OUTAGE_TIMEOUT,
                            HEADER_PREFIXES,
                            LOGIN_POLICY,
                            LOGIN_REFRESH,
                            LOGIN_USER,
                            LOGIN_FAILURE_STATUS,
                            EXPIRY_FORMAT,
                            API_ACCESS_CLIENT,
                            API_ACCESS_EXCLUDE,
                            API_ACCESS_INCLUDE_TOKEN,
                            API_ACCESS_MANAGE,
                            THROTTLE_RATE,
                            THROTTLE_ANONYMOUS,
                            THROTTLE_BAD_TOKEN,
                            THROTTLE_LOGIN,
                            THROTTLE_FAILED_LOGINS,
                            TRUSTED_PROXIES,
                            THROTTLE_HEADERS,
                            THROTTLE_SIZE,
                            DATASOURCE,
                            SCHEMA,
                            SECRET_KEY,
                            ENTRY,
                            ENDPOINTS,
                            PURGE_INTERVAL,
                            LAST_USED_INTERVAL,
                            RECORD_ADDRESS,
                            RECORD_USER_AGENT,
                            USAGE_KEEP),
                    AllScopedSettings.ALL,
                    AllAccountSettings.ALL,
                    AllRegistrationSettings.ALL,
                    AllMailSettings.ALL,
                    AllAdminSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private AllSettings() {}

    private static Integer readFailureStatus(String text) {
        return switch (text) {
            case "400", "401" -> Integer.valueOf(text);
            default -> throw new IllegalArgumentException("it must be 400 or 401");
        };
    }

    private static Integer readTokenLength(String text) {
        Integer length = SettingType.wholeNumber(64, 96, "64").read(text);
        if (length % 2 != 0) {
            throw new IllegalArgumentException("it must be an even number, two characters are one byte");
        }
        return length;
    }
}
