package dev.durin.config;

import dev.durin.rate.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Reads every setting from MicroProfile Config and gathers what is wrong, so that an operator sees it all at once. */
final class SettingsReader {

    private final Config config;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Config config) {
        this.config = config;
    }

    /**
     * All settings.
     *
     * @throws ConfigurationException when at least one cannot be used
     */
    Settings read() {
        AccountsReader accounts = new AccountsReader(this);
        List<String> headerPrefixes = value(AllSettings.HEADER_PREFIXES);
        AdminSettings admin = admin();
        Settings settings = new Settings(
                token(),
                limit(),
                new Settings.CacheSettings(value(AllSettings.CACHE_TIMEOUT), value(AllSettings.CACHE_SIZE)),
                feed(),
                login(),
                apiAccess(),
                throttle(),
                new Settings.UsageSettings(value(AllSettings.LAST_USED_INTERVAL), value(AllSettings.USAGE_KEEP)),
                new Settings.RecordSettings(value(AllSettings.RECORD_ADDRESS), value(AllSettings.RECORD_USER_AGENT)),
                new Settings.StoreSettings(value(AllSettings.DATASOURCE), value(AllSettings.SCHEMA)),
                new ScopedReader(this).read(headerPrefixes),
                accounts.accounts(),
                accounts.registration(),
                accounts.mail(),
                admin,
                value(AllSettings.SECRET_KEY),
                trustedProxies(),
                headerPrefixes,
                value(AllSettings.ENTRY),
                value(AllSettings.ENDPOINTS),
                clients(admin));
        accounts.check(settings);
        requireNoFault();
        return settings;
    }

    private void requireNoFault() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(
                    "Durin cannot start with this configuration:\n  " + String.join("\n  ", faults));
        }
    }

    private AdminSettings admin() {
        return new AdminSettings(
                value(AllAdminSettings.ENABLED),
                value(AllAdminSettings.GROUP),
                Set.copyOf(value(AllAdminSettings.CALLERS)),
                Set.copyOf(value(AllAdminSettings.CLIENTS)),
                value(AllAdminSettings.COMPONENTS),
                value(AllAdminSettings.CONSOLE_API));
    }

    private Settings.TokenSettings token() {
        return new Settings.TokenSettings(
                value(AllSettings.TOKEN_TTL),
                value(AllSettings.TOKEN_LENGTH),
                value(AllSettings.TOKEN_PREFIX),
                value(AllSettings.PURGE_INTERVAL));
    }

    private Settings.LimitSettings limit() {
        return new Settings.LimitSettings(value(AllSettings.MAX_PER_CALLER).orElse(null), value(AllSettings.AT_LIMIT));
    }

    private Settings.FeedSettings feed() {
        Duration interval = value(AllSettings.FEED_INTERVAL);
        Duration outageTimeout = value(AllSettings.FEED_OUTAGE_TIMEOUT);
        if (outageTimeout.compareTo(interval.multipliedBy(2)) < 0) {
            faults.add(AllSettings.FEED_OUTAGE_TIMEOUT.key() + "=" + outageTimeout + ": it must be at least twice "
                    + AllSettings.FEED_INTERVAL.key() + "=" + interval + ", or one late read would pass for an outage;"
                    + " such as " + AllSettings.FEED_OUTAGE_TIMEOUT.key() + "=" + interval.multipliedBy(10));
        }
        return new Settings.FeedSettings(interval, outageTimeout);
    }

    private Settings.LoginSettings login() {
        return new Settings.LoginSettings(
                value(AllSettings.LOGIN_POLICY),
                value(AllSettings.LOGIN_REFRESH),
                value(AllSettings.LOGIN_USER),
                value(AllSettings.LOGIN_FAILURE_STATUS),
                value(AllSettings.EXPIRY_FORMAT));
    }

    private Settings.ApiAccessSettings apiAccess() {
        return new Settings.ApiAccessSettings(
                value(AllSettings.API_ACCESS_CLIENT),
                value(AllSettings.API_ACCESS_EXCLUDE),
                value(AllSettings.API_ACCESS_INCLUDE_TOKEN),
                value(AllSettings.API_ACCESS_MANAGE));
    }

    private Settings.ThrottleSettings throttle() {
        return new Settings.ThrottleSettings(
                value(AllSettings.THROTTLE_RATE).orElse(null),
                value(AllSettings.THROTTLE_ANONYMOUS).orElse(null),
                value(AllSettings.THROTTLE_BAD_TOKEN).orElse(null),
                value(AllSettings.THROTTLE_LOGIN).orElse(null),
                value(AllSettings.THROTTLE_FAILED_LOGINS),
                value(AllSettings.THROTTLE_HEADERS),
                value(AllSettings.THROTTLE_SIZE));
    }

    private TrustedProxies trustedProxies() {
        TrustedProxies proxies = value(AllSettings.TRUSTED_PROXIES);
        if (!proxies.known()
                && faults.stream().noneMatch(fault -> fault.startsWith(AllSettings.TRUSTED_PROXIES.key()))) {
            Stream.of(
                            AllSettings.THROTTLE_ANONYMOUS,
                            AllSettings.THROTTLE_BAD_TOKEN,
                            AllSettings.THROTTLE_LOGIN,
                            AllRegistrationSettings.RATE)
                    .filter(setting -> text(setting.key())
                            .flatMap(text -> readable(setting, text))
                            .isPresent())
                    .forEach(setting -> faults.add(setting.key()
                            + " has no effect without durin.trusted-proxies: set that to the addresses of the proxies"
                            + " before this server, or to none when there is none"));
        }
        return proxies;
    }

    /** What is no rate is told elsewhere. */
    private static Optional<Rate> readable(Setting<Optional<Rate>> setting, String text) {
        try {
            return setting.type().read(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keys that begin as ours do but are none, each with the nearest one that is. */
    List<String> unknownKeys() {
        List<String> warnings = new ArrayList<>();
        for (String key : durinKeys()) {
            boolean known = key.startsWith(AllSettings.CLIENT_PREFIX)
                    || AllSettings.ALL.stream().anyMatch(setting -> isSpelling(key, setting.key()));
            if (!known) {
                warnings.add(key + " is no setting of Durin's and has no effect; the nearest one is "
                        + NearestKey.to(
                                key, AllSettings.ALL.stream().map(Setting::key).toList()));
            }
        }
        return warnings;
    }

    private List<String> durinKeys() {
        List<String> keys = new ArrayList<>();
        for (String key : config.getPropertyNames()) {
            if (key.startsWith("durin.")) {
                keys.add(key);
            }
        }
        return keys.stream().sorted().distinct().toList();
    }

    /** Adds something that is wrong. */
    void fault(String fault) {
        faults.add(fault);
    }

    /** The value of a setting; what cannot be read is a fault, and counts as not set. */
    <T> T value(Setting<T> setting) {
        String text = text(setting.key()).orElse(setting.byDefault());
        try {
            return setting.type().read(text);
        } catch (IllegalArgumentException e) {
            faults.add(fault(setting.key(), isSecret(setting) ? "(not shown)" : text, e, setting.type()));
            return setting.type().read(setting.byDefault());
        }
    }

    private static boolean isSecret(Setting<?> setting) {
        return setting.equals(AllSettings.SECRET_KEY) || setting.equals(AllMailSettings.PASSWORD);
    }

    /** The text of a key; a reference to something that is not set must not look like a key that is not set. */
    private Optional<String> text(String key) {
        ConfigValue value = config.getConfigValue(key);
        if (value.getValue() == null
                && value.getRawValue() != null
                && !value.getRawValue().isEmpty()) {
            faults.add(key + " refers to a property that is not set; set that, or give the value here");
        }
        return Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank());
    }

    private boolean isSpelling(String key, String of) {
        return key.equals(of) || (variable(key).equals(variable(of)) && isEnvironmentVariable(key));
    }

    /** Some implementations list an environment variable with dots for all of its underscores. */
    private boolean isEnvironmentVariable(String key) {
        return config.getOptionalValue(variable(key), String.class).isPresent();
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private List<DeclaredClient> clients(AdminSettings admin) {
        Map<String, ClientAttributes> clients = new TreeMap<>();
        for (String key : durinKeys()) {
            if (key.startsWith(AllSettings.CLIENT_PREFIX)) {
                readClientKey(key, clients);
            }
        }
        AllAdminSettings.declareConsole(admin.enabled(), clients);
        return clients.entrySet().stream()
                .map(client -> new DeclaredClient(client.getKey(), client.getValue()))
                .toList();
    }

    private void readClientKey(String key, Map<String, ClientAttributes> clients) {
        String rest = key.substring(AllSettings.CLIENT_PREFIX.length());
        Optional<String> attribute = ClientAttributes.ALL.keySet().stream()
                .filter(name -> rest.endsWith("." + name) || isFromEnvironment(key, rest, name))
                .findFirst();
        if (attribute.isEmpty()) {
            faults.add(key + ": a client has "
                    + String.join(
                            ", ",
                            ClientAttributes.ALL.keySet().stream().sorted().toList()) + "; such as "
                    + AllSettings.CLIENT_PREFIX + "web.token-ttl=14d");
            return;
        }
        String name = unquoted(rest.substring(0, rest.length() - attribute.get().length() - 1));
        ClientName.fault(name)
                .ifPresentOrElse(
                        fault -> faults.add(key + ": " + fault),
                        () -> readAttribute(
                                clients.computeIfAbsent(name, n -> new ClientAttributes()),
                                key.substring(0, key.length() - attribute.get().length()) + attribute.get(),
                                attribute.get()));
    }

    private boolean isFromEnvironment(String key, String rest, String attribute) {
        return rest.endsWith("." + attribute.replace('-', '.')) && isEnvironmentVariable(key);
    }

    private void readAttribute(ClientAttributes client, String key, String name) {
        ClientAttributes.Attribute<?> attribute = Objects.requireNonNull(ClientAttributes.ALL.get(name));
        text(key).ifPresent(text -> {
            try {
                attribute.read(client, text);
            } catch (IllegalArgumentException e) {
                faults.add(fault(key, text, e, attribute.type()));
            }
        });
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private static String fault(String key, String text, IllegalArgumentException reason, SettingType<?> type) {
        return key + "=" + text.replaceAll("\\p{Cntrl}", "?") + ": " + reason.getMessage() + "; such as " + key + "="
                + type.example();
    }
}
