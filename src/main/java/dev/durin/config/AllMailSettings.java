package dev.durin.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every setting of the mail that Durin sends, once. Part of {@link AllSettings}. */
final class AllMailSettings {

    /** The table takes no longer one. */
    private static final int LONGEST_TAG = 64;

    static final Setting<String> SESSION = new Setting<>(
            "durin.mail.session",
            SettingType.TEXT,
            "",
            "The JNDI name of the server's session of Jakarta Mail, such as `java:jboss/mail/Default`; instead of"
                    + " `durin.mail.host`. With neither, Durin sends no mail.");
    static final Setting<String> HOST = new Setting<>(
            "durin.mail.host",
            SettingType.TEXT,
            "",
            "The mail server that takes mail by SMTP; instead of `durin.mail.session`.");
    static final Setting<Optional<Integer>> PORT = new Setting<>(
            "durin.mail.port",
            SettingType.optionalNumber(1, 65_535, "587"),
            "",
            "Its port; unset: 587 with `starttls`, 465 with `tls`, 25 with `none`.");
    static final Setting<MailSecurity> SECURITY = new Setting<>(
            "durin.mail.security",
            SettingType.oneOf(MailSecurity.class),
            "starttls",
            "How the connection to it is secured; its certificate is checked. `none` is for a mail server on the same"
                    + " machine.");
    static final Setting<String> USERNAME = new Setting<>(
            "durin.mail.username", SettingType.TEXT, "", "The name that Durin logs in with there; unset: it does not.");
    static final Setting<String> PASSWORD =
            new Setting<>("durin.mail.password", SettingType.TEXT, "", "The password to that name.");
    static final Setting<String> FROM = new Setting<>(
            "durin.mail.from",
            SettingType.text(
                    "shop@example.com",
                    Pattern.compile(
                            "|[^\\s@<>,;\"]+@[^\\s@<>,;\"]+|[^<>\"\\p{Cntrl}]+ <[^\\s@<>,;\"]+@[^\\s@<>,;\"]+>"),
                    "it must be a mail address, or a name and a mail address in angle brackets"),
            "",
            "Whom the mail is from: `shop@example.com` or `The shop <shop@example.com>`. Needed with `durin.mail.host`;"
                    + " unset with a session: what that says.");
    static final Setting<Locale> LANGUAGE = new Setting<>(
            "durin.mail.language",
            new SettingType<>("language tag", "de", AllMailSettings::readLanguage),
            "en",
            "The language of mail to callers whose request names none that there are texts in.");
    static final Setting<Boolean> NOTICES = new Setting<>(
            "durin.mail.notices",
            SettingType.BOOLEAN,
            "true",
            "Whether the callers of accounts are told by mail when their password or mail address was changed, or an API"
                    + " access token made.");
    static final Setting<Duration> TIMEOUT = new Setting<>(
            "durin.mail.timeout",
            SettingType.duration(Duration.ofSeconds(1), Duration.ofMinutes(5), "30s"),
            "PT10S",
            "How long at most the mail server may take for each step.");
    static final Setting<Duration> INTERVAL = new Setting<>(
            "durin.mail.interval",
            SettingType.duration(Duration.ofMillis(100), Duration.ofMinutes(15)),
            "PT10S",
            "How often it is looked whether mail has to be sent again, or was left by another node. New mail is sent at"
                    + " once.");
    static final Setting<Duration> GIVE_UP_AFTER = new Setting<>(
            "durin.mail.give-up-after",
            SettingType.duration(Duration.ofMinutes(1), Duration.ofDays(30)),
            "P1D",
            "How long mail is tried to be sent, each time after a longer pause.");

    static final List<Setting<?>> ALL = List.of(
            SESSION,
            HOST,
            PORT,
            SECURITY,
            USERNAME,
            PASSWORD,
            FROM,
            LANGUAGE,
            NOTICES,
            TIMEOUT,
            INTERVAL,
            GIVE_UP_AFTER);

    private AllMailSettings() {}

    private static Locale readLanguage(String text) {
        Locale locale = Locale.forLanguageTag(text);
        if (locale.getLanguage().isEmpty() || locale.toLanguageTag().length() > LONGEST_TAG) {
            throw new IllegalArgumentException(
                    "it must be a language tag of BCP 47, of at most " + LONGEST_TAG + " characters");
        }
        return locale;
    }
}
