package dev.durin.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

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
        Settings settings = new Settings(
                new Settings.TokenSettings(
                        value(AllSettings.TOKEN_TTL),
                        value(AllSettings.TOKEN_LENGTH),
                        value(AllSettings.TOKEN_PREFIX),
                        value(AllSettings.PURGE_INTERVAL)),
                new Settings.LoginSettings(
                        value(AllSettings.LOGIN_POLICY),
                        value(AllSettings.LOGIN_REFRESH),
                        value(AllSettings.LOGIN_USER),
                        value(AllSettings.EXPIRY_FORMAT)),
                new Settings.ApiAccessSettings(
                        value(AllSettings.API_ACCESS_CLIENT),
                        value(AllSettings.API_ACCESS_EXCLUDE),
                        value(AllSettings.API_ACCESS_INCLUDE_TOKEN),
                        value(AllSettings.API_ACCESS_MANAGE)),
                new Settings.StoreSettings(value(AllSettings.DATASOURCE), value(AllSettings.SCHEMA)),
                value(AllSettings.SECRET_KEY),
                value(AllSettings.HEADER_PREFIXES),
                value(AllSettings.ENTRY),
                value(AllSettings.ENDPOINTS),
                clients());
        if (!faults.isEmpty()) {
            throw new ConfigurationException(
                    "Durin cannot start with this configuration:\n  " + String.join("\n  ", faults));
        }
        return settings;
    }

    /** Keys that begin as ours do but are none, each with the nearest one that is. */
    List<String> unknownKeys() {
        List<String> warnings = new ArrayList<>();
        for (String key : durinKeys()) {
            boolean known = key.startsWith(AllSettings.CLIENT_PREFIX)
                    || AllSettings.ALL.stream()
                            .anyMatch(setting -> setting.key().equals(key));
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

    private <T> T value(Setting<T> setting) {
        String text = config.getOptionalValue(setting.key(), String.class).orElse(setting.byDefault());
        try {
            return setting.type().read(text);
        } catch (IllegalArgumentException e) {
            faults.add(fault(
                    setting.key(), setting.equals(AllSettings.SECRET_KEY) ? "(not shown)" : text, e, setting.type()));
            return setting.type().read(setting.byDefault());
        }
    }

    private List<DeclaredClient> clients() {
        Map<String, ClientAttributes> clients = new TreeMap<>();
        for (String key : durinKeys()) {
            int end = key.lastIndexOf('.');
            if (key.startsWith(AllSettings.CLIENT_PREFIX) && end > AllSettings.CLIENT_PREFIX.length()) {
                String name = unquoted(key.substring(AllSettings.CLIENT_PREFIX.length(), end));
                ClientName.fault(name).ifPresent(fault -> faults.add(key + ": " + fault));
                readAttribute(clients.computeIfAbsent(name, n -> new ClientAttributes()), key, key.substring(end + 1));
            } else if (key.startsWith(AllSettings.CLIENT_PREFIX)) {
                faults.add(key + " names a client but nothing about it; such as " + key + ".enabled=true");
            }
        }
        return clients.entrySet().stream()
                .map(client -> new DeclaredClient(client.getKey(), client.getValue()))
                .toList();
    }

    private void readAttribute(ClientAttributes client, String key, String name) {
        ClientAttributes.Attribute<?> attribute = ClientAttributes.ALL.get(name);
        if (attribute == null) {
            faults.add(key + ": a client has no \"" + name + "\"; it has "
                    + String.join(
                            ", ",
                            ClientAttributes.ALL.keySet().stream().sorted().toList()));
            return;
        }
        String text = config.getOptionalValue(key, String.class).orElse("");
        try {
            attribute.read(client, text);
        } catch (IllegalArgumentException e) {
            faults.add(fault(key, text, e, attribute.type()));
        }
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private static String fault(String key, String text, IllegalArgumentException reason, SettingType<?> type) {
        return key + "=" + text + ": " + reason.getMessage() + "; such as " + key + "=" + type.example();
    }
}
