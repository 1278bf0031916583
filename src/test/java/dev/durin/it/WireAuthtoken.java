package dev.durin.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Durin's settings for those that django-rest-authtoken's cases were recorded with, and what must have happened before. */
final class WireAuthtoken {

    /** Each login a token of its own, for a day, of the one client; a login that is refused is 401. */
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("durin.datasource", "java:app/jdbc/durin"),
            Map.entry("durin.secret-key", Deployments.SECRET_KEY),
            Map.entry("durin.purge.interval", "1d"),
            Map.entry("durin.trusted-proxies", "none"),
            Map.entry("durin.throttle.login-rate", "unlimited"),
            Map.entry("durin.throttle.bad-token-rate", "unlimited"),
            Map.entry("durin.throttle.failed-logins", "0"),
            Map.entry("durin.clients.web.login-policy", "new"),
            Map.entry("durin.clients.web.token-ttl", "1d"),
            Map.entry("durin.login.failure-status", "401"));

    private static final Map<String, String> REGISTRATION = Map.ofEntries(
            Map.entry("durin.accounts.enabled", "true"),
            Map.entry("durin.accounts.password-iterations", "10000"),
            Map.entry("durin.accounts.password-min-length", "6"),
            Map.entry("durin.registration.enabled", "true"),
            Map.entry("durin.registration.rate", "unlimited"),
            Map.entry("durin.registration.beside-other-stores", "true"));

    /** Nothing listens there, so mail stays in its table. */
    private static final Map<String, String> CONFIRMATION = Map.of(
            "durin.registration.confirm", "true",
            "durin.registration.confirm-on-get", "true",
            "durin.registration.confirmed-redirect", "/",
            "durin.accounts.base-url", "http://localhost:8080/api",
            "durin.mail.host", "127.0.0.1",
            "durin.mail.port", "1",
            "durin.mail.security", "none",
            "durin.mail.from", "shop@example.com");

    private WireAuthtoken() {}

    static Map<String, String> settings(JsonObject recorded) {
        Map<String, String> settings = new TreeMap<>(ALWAYS);
        recorded.forEach((key, value) -> translate(key, value, settings));
        return settings;
    }

    /** Where a new account is active at once and its address is confirmed later, if ever. */
    static Map<String, String> confirmedLater() {
        Map<String, String> settings = new TreeMap<>(ALWAYS);
        settings.putAll(REGISTRATION);
        settings.putAll(CONFIRMATION);
        settings.put("durin.registration.confirm", "false");
        return settings;
    }

    private static void translate(String key, JsonValue value, Map<String, String> settings) {
        switch (key) {
            case "USER_SERIALIZER" -> settings.put("durin.login.user", "true");
            case "REGISTRATION_ENABLED" -> settings.putAll(REGISTRATION);
            case "REGISTRATION_EMAIL_CONFIRM" -> settings.putAll(CONFIRMATION);
            // Recorded with two seconds; this is the shortest.
            case "REGISTRATION_EMAIL_CONFIRM_TOKEN_VALIDITY" -> settings.put("durin.accounts.link-lifetime", "1m");
            case "REGISTRATION_CONFIRM_REDIRECT_PATH" ->
                settings.put("durin.registration.confirmed-redirect", text(value));
            case "REGISTRATION_CONFIRM_INVALID_REDIRECT_PATH" ->
                settings.put("durin.registration.failed-redirect", text(value));
            case "DEFAULT_PERMISSION_CLASSES", "REGISTRATION_EMAIL_CONFIRM_MODEL_FIELD" -> {
                // No permission holds everywhere, and an account that waits for its confirmation is in a state of its
                // own.
            }
            default -> throw new IllegalArgumentException("no setting of Durin's stands for " + key);
        }
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    static Consumer<WireStart> before(int number) {
        return number < 100 ? beforeToken(number) : beforeLink(number);
    }

    private static Consumer<WireStart> beforeToken(int number) {
        return switch (number) {
            case 6 -> start -> start.deactivate("idle");
            // Here the case before was a logout.
            case 39 -> start -> start.login("token-2", "alice", "web");
            case 47 -> start -> start.pass(Duration.ofDays(1).minusMinutes(1));
            case 48 -> start -> start.pass(Duration.ofMinutes(2));
            case 51 -> start -> start.changePassword("alice", "changed");
            case 52 -> start -> start.deactivate("alice");
            case 53 -> start -> start.activate("alice");
            // The same settings as at first, and so the same application.
            case 59 -> start -> start.changePassword("alice", "secret-alice");
            default -> start -> {};
        };
    }

    private static Consumer<WireStart> beforeLink(int number) {
        return switch (number) {
            case 108 -> start -> start.register("m1", "confirm-1").register("m2", "confirm-2");
            // Here the case before each was no redirect, or no refusal, and has used the link.
            case 113 -> start -> start.register("m1-again", "confirm-1");
            case 117 -> start -> start.register("m2-again", "confirm-2");
            case 120 -> start -> start.mailed("m3", "confirm-3").resend("m3", "confirm-4");
            case 124 -> start -> start.mailed("m4", "confirm-5").account("mail", "m4", "elsewhere@x.org");
            case 125 -> start -> start.account("mail", "m4", "m4@x.org");
            case 127 -> start -> start.mailed("m5", "confirm-6").pass(Duration.ofDays(1));
            case 129 -> start -> start.mailed("m6", "confirm-7").account("disable", "m6", "");
            case 131 -> start -> start.mailed("m7", "confirm-8").account("delete", "m7", "");
            case 144 -> start -> start.register("k2", "confirm-11").pass(Duration.ofMinutes(1));
            case 147 -> start -> start.mailed("k3", "confirm-12").account("disable", "k3", "");
            default -> start -> {};
        };
    }
}
