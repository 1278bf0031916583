package dev.durin.config;

import java.util.List;

/** Every setting of accounts kept by Durin, once. Part of {@link AllSettings}. */
final class AllAccountSettings {

    /** The fewest iterations that are no reason to warn of. */
    static final int SAFE_ITERATIONS = 600_000;

    static final Setting<Boolean> ENABLED = new Setting<>(
            "durin.accounts.enabled",
            SettingType.BOOLEAN,
            "false",
            "Whether Durin keeps accounts itself, and an identity store over them lets their callers log in.");
    static final Setting<Boolean> CASE_INSENSITIVE_NAMES = new Setting<>(
            "durin.accounts.case-insensitive-names",
            SettingType.BOOLEAN,
            "false",
            "Whether names that differ in capitals alone are one account. To be decided before the first account.");
    static final Setting<Integer> PASSWORD_ITERATIONS = new Setting<>(
            "durin.accounts.password-iterations",
            SettingType.wholeNumber(10_000, 100_000_000, "600000"),
            String.valueOf(SAFE_ITERATIONS),
            "How often PBKDF2 with HMAC-SHA-256 goes over a password. Older hashes are made anew at the next login. Fewer"
                    + " than 600000 are a warning at the start.");
    static final Setting<Integer> PARALLEL_HASHES = new Setting<>(
            "durin.accounts.parallel-hashes",
            new SettingType<>(
                    "whole number",
                    "4",
                    text -> text.isEmpty()
                            ? Runtime.getRuntime().availableProcessors()
                            : SettingType.wholeNumber(1, 1024, "4").read(text)),
            "",
            "How many passwords at most are hashed at once; unset: as many as there are processors. Whoever waits longer"
                    + " than ten seconds is answered 503.");
    static final Setting<Integer> PASSWORD_MIN_LENGTH = new Setting<>(
            "durin.accounts.password-min-length",
            SettingType.wholeNumber(1, 64, "8"),
            "8",
            "How many characters a new password has at least.");
    static final Setting<Integer> PASSWORD_MAX_LENGTH = new Setting<>(
            "durin.accounts.password-max-length",
            SettingType.wholeNumber(64, 1024, "128"),
            "128",
            "How many characters a new password has at most. Longer ones are refused, never cut.");

    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            CASE_INSENSITIVE_NAMES,
            PASSWORD_ITERATIONS,
            PARALLEL_HASHES,
            PASSWORD_MIN_LENGTH,
            PASSWORD_MAX_LENGTH);

    private AllAccountSettings() {}
}
