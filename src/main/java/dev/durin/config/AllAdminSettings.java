package dev.durin.config;

import dev.durin.spi.Lifetime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every setting about those who operate the application, once. Part of {@link AllSettings}. */
final class AllAdminSettings {

    static final Setting<Boolean> ENABLED = new Setting<>(
            "durin.admin.enabled",
            SettingType.BOOLEAN,
            "false",
            "Whether the endpoints under `auth/admin/` and the console answer; without it they are 404. See"
                    + " [administration](administration.md).");
    static final Setting<String> GROUP = new Setting<>(
            "durin.admin.group",
            SettingType.TEXT,
            "",
            "The group whose members are operators, who may use them. Unset: no group.");
    static final Setting<List<String>> CALLERS = new Setting<>(
            "durin.admin.callers", list("alice"), "", "The names of callers who are operators without that group.");
    static final Setting<List<String>> CLIENTS = new Setting<>(
            "durin.admin.clients",
            list("durin-console"),
            "",
            "The clients whose tokens operators may use there. Unset: any but the API access client.");
    static final Setting<Boolean> COMPONENTS = new Setting<>(
            "durin.components.enabled",
            SettingType.BOOLEAN,
            "true",
            "Whether the web components for sessions and API access are served, as `durin/components.js`.");
    static final Setting<String> CONSOLE_API = new Setting<>(
            "durin.console.api",
            SettingType.text(
                    "/app/api/auth",
                    Pattern.compile("(/[A-Za-z0-9._~%-]+)*"),
                    "it must be a path from the root of the host on, without a slash at the end"),
            "",
            "Where the console finds Durin's endpoints, such as `/app/api/auth`. Unset: below the path of the application"
                    + " that has them.");

    static final List<Setting<?>> ALL = List.of(ENABLED, GROUP, CALLERS, CLIENTS, COMPONENTS, CONSOLE_API);

    private static final Duration CONSOLE_LIFETIME = Duration.ofHours(12);

    private AllAdminSettings() {}

    /** Adds the console's client where there is a console; what the configuration says of it holds. */
    static void declareConsole(boolean enabled, Map<String, ClientAttributes> clients) {
        if (!enabled) {
            return;
        }
        ClientAttributes console =
                clients.computeIfAbsent(AdminSettings.CONSOLE_CLIENT, name -> new ClientAttributes());
        if (console.loginPolicy == null) {
            console.loginPolicy = LoginPolicy.NEW;
        }
        if (console.tokenLifetime == null) {
            console.tokenLifetime = Lifetime.of(CONSOLE_LIFETIME);
        }
    }

    private static SettingType<List<String>> list(String example) {
        return new SettingType<>("list of text, separated by commas", example, text -> Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }
}
