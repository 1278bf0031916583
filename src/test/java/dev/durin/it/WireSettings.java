package dev.durin.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** Durin's settings for those that a case was recorded with. */
final class WireSettings {

    /** The API clients of the recordings. None has a login policy but django-rest-durin's own. */
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("durin.datasource", "java:app/jdbc/durin"),
            Map.entry("durin.secret-key", Deployments.SECRET_KEY),
            Map.entry("durin.purge.interval", "1d"),
            Map.entry("durin.login.policy", "reuse"),
            Map.entry("durin.trusted-proxies", "none"),
            Map.entry("durin.throttle.login-rate", "unlimited"),
            Map.entry("durin.throttle.bad-token-rate", "unlimited"),
            Map.entry("durin.throttle.failed-logins", "0"),
            Map.entry("durin.clients.web.token-ttl", "1d"),
            Map.entry("durin.clients.mobile.token-ttl", "7d"),
            Map.entry("durin.clients.cli.token-ttl", "3650d"),
            Map.entry("durin.clients.api.token-ttl", "365d"),
            Map.entry("durin.clients.short.token-ttl", "2s"));

    /** The patterns of java.time for the formats of strftime that were recorded. */
    private static final Map<String, String> PATTERNS =
            Map.of("iso-8601", "iso-8601", "%d.%m.%Y %H:%M", "dd.MM.yyyy HH:mm");

    private WireSettings() {}

    static Map<String, String> of(JsonObject recorded) {
        Map<String, String> settings = new TreeMap<>(ALWAYS);
        recorded.getJsonObject("REST_DURIN").forEach((key, value) -> translate(key, value, settings));
        if (recorded.containsKey("DRF")) {
            settings.put(
                    "durin.expiry.format",
                    PATTERNS.get(recorded.getJsonObject("DRF").getString("DATETIME_FORMAT")));
        }
        return settings;
    }

    private static void translate(String key, JsonValue value, Map<String, String> settings) {
        switch (key) {
            case "API_ACCESS_CLIENT_NAME" -> settings.put("durin.api-access.client-name", text(value));
            case "API_ACCESS_EXCLUDE_FROM_SESSIONS" ->
                settings.put("durin.api-access.exclude-from-sessions", text(value));
            case "API_ACCESS_RESPONSE_INCLUDE_TOKEN" -> settings.put("durin.api-access.include-token", text(value));
            case "AUTH_HEADER_PREFIX" -> settings.put("durin.auth.header-prefixes", text(value));
            case "USER_SERIALIZER" -> settings.put("durin.login.user", "true");
            case "EXPIRY_DATETIME_FORMAT" -> settings.put("durin.expiry.format", pattern(value));
            case "AUTHTOKEN_SELECT_RELATED_LIST", "TOKEN_CACHE_TIMEOUT" -> {
                // What is read from the database, and for how long it may be kept, changes no answer of Durin's.
            }
            default -> throw new IllegalArgumentException("no setting of Durin's stands for " + key);
        }
    }

    private static String pattern(JsonValue value) {
        return value.equals(JsonValue.NULL) ? "iso-8601" : PATTERNS.get(text(value));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
