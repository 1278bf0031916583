package dev.durin.config;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Every setting of scoped tokens, once. Part of {@link AllSettings}. */
final class AllScopedSettings {

    /** A name that goes into each token. */
    private static final Pattern NAME = Pattern.compile("[!-~]{0,200}");

    static final Setting<Duration> MAX_AGE = new Setting<>(
            "durin.scoped.max-age",
            SettingType.duration(Duration.ofSeconds(1), Duration.ofDays(90)),
            "P1D",
            "How long a scoped token may live at most; a longer one is neither made nor taken.");
    static final Setting<Duration> CLOCK_SKEW = new Setting<>(
            "durin.scoped.clock-skew",
            new SettingType<>("duration", "30s", SettingType.duration(Duration.ZERO, Duration.ofMinutes(2))::read),
            "PT30S",
            "By how much the clock of the node that made a scoped token may be ahead. None lives longer for it.");
    static final Setting<String> ISSUER = new Setting<>(
            "durin.scoped.issuer",
            SettingType.text("https://shop.example", NAME, "it must be at most 200 visible ASCII characters"),
            "durin",
            "What scoped tokens say of who made them (`iss`); others are not taken.");
    static final Setting<String> AUDIENCE = new Setting<>(
            "durin.scoped.audience",
            SettingType.text("https://shop.example/orders", NAME, "it must be at most 200 visible ASCII characters"),
            "",
            "What scoped tokens say of whom they are for (`aud`); others are not taken. Unset: the context path of the"
                    + " application, `/` for the root.");
    static final Setting<String> HEADER_PREFIX = new Setting<>(
            "durin.scoped.header-prefix",
            SettingType.text(
                    "TmpToken",
                    Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}"),
                    "it must be an authentication scheme: 1 to 32 characters without space or comma"),
            "TmpToken",
            "The scheme of the `Authorization` header that carries a scoped token, in any case of letters. None of"
                    + " `durin.auth.header-prefixes`.");
    static final Setting<String> QUERY_PARAMETER = new Setting<>(
            "durin.scoped.query-parameter",
            SettingType.text(
                    "TOKEN",
                    Pattern.compile("[A-Za-z0-9_.~-]{0,64}"),
                    "it must be at most 64 letters, digits or one of _ . ~ -"),
            "",
            "The parameter of the query string that may carry a scoped token, for links. Unset: none. See [scoped"
                    + " tokens](scoped-tokens.md#in-a-link).");
    static final Setting<Boolean> QUERY_UNSAFE_METHODS = new Setting<>(
            "durin.scoped.query-unsafe-methods",
            SettingType.BOOLEAN,
            "false",
            "Whether a scoped token in the query string is good for more than `GET`, `HEAD` and `OPTIONS`.");
    static final Setting<Boolean> GET_COVERS_HEAD = new Setting<>(
            "durin.scoped.get-covers-head",
            SettingType.BOOLEAN,
            "false",
            "Whether a scoped token that allows `GET` of a path also allows `HEAD` of it.");
    static final Setting<Integer> OUT_OF_SCOPE_STATUS = new Setting<>(
            "durin.scoped.out-of-scope-status",
            new SettingType<>("`401` or `403`", "401", AllScopedSettings::readStatus),
            "403",
            "The status of the answer to a scoped token that does not allow the request.");

    static final List<Setting<?>> ALL = List.of(
            MAX_AGE,
            CLOCK_SKEW,
            ISSUER,
            AUDIENCE,
            HEADER_PREFIX,
            QUERY_PARAMETER,
            QUERY_UNSAFE_METHODS,
            GET_COVERS_HEAD,
            OUT_OF_SCOPE_STATUS);

    private AllScopedSettings() {}

    private static Integer readStatus(String text) {
        return switch (text) {
            case "401", "403" -> Integer.valueOf(text);
            default -> throw new IllegalArgumentException("it must be 401 or 403");
        };
    }
}
