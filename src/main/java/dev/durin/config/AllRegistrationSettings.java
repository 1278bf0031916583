package dev.durin.config;

import dev.durin.rate.Rate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Every setting of registration and of what callers do with their accounts, once. Part of {@link AllSettings}. */
final class AllRegistrationSettings {

    private static final Pattern URL = Pattern.compile("|https?://[^\\s?#]+");
    private static final Pattern TARGET = Pattern.compile("|https?://\\S+|/\\S*");
    private static final Pattern PAGE = Pattern.compile("|https?://\\S+");

    static final Setting<String> BASE_URL = new Setting<>(
            "durin.accounts.base-url",
            uri(
                    "https://shop.example/app/api",
                    URL,
                    "it must be the absolute URL under which Durin's endpoints are reached, without the `auth`",
                    UnaryOperator.identity()),
            "",
            "What the links in mails begin with: the URL of the JAX-RS application, under which `auth/login` is. Needed where"
                    + " Durin sends mail. It is never taken from a request.");
    static final Setting<Duration> LINK_LIFETIME = new Setting<>(
            "durin.accounts.link-lifetime",
            SettingType.duration(Duration.ofMinutes(1), Duration.ofDays(30)),
            "P1D",
            "How long the link is good that confirms a mail address.");
    static final Setting<Duration> RESET_LIFETIME = new Setting<>(
            "durin.accounts.reset-lifetime",
            SettingType.duration(Duration.ofMinutes(1), Duration.ofDays(7)),
            "PT1H",
            "How long the link is good that sets a forgotten password anew.");
    static final Setting<String> RESET_PAGE = new Setting<>(
            "durin.accounts.reset-page",
            page("https://shop.example/reset?token={token}"),
            "",
            "The page of the application that asks for the new password, with `{token}` where the token of the link goes;"
                    + " unset: a small page of Durin's.");
    static final Setting<Optional<Rate>> MAIL_RATE = new Setting<>(
            "durin.accounts.mail-rate",
            SettingType.OPTIONAL_RATE,
            "5/h",
            "How many mails with links each account may ask for.");
    static final Setting<Optional<Rate>> RECIPIENT_RATE = new Setting<>(
            "durin.accounts.recipient-rate",
            SettingType.OPTIONAL_RATE,
            "10/h",
            "How many mails of each kind that strangers can cause a mail address gets, whoever asks for them and for however"
                    + " many accounts.");
    static final Setting<Boolean> ENABLED = new Setting<>(
            "durin.registration.enabled",
            SettingType.BOOLEAN,
            "false",
            "Whether anybody may make an account with `POST auth/register`. Needs `durin.accounts.enabled`.");
    static final Setting<Boolean> CONFIRM = new Setting<>(
            "durin.registration.confirm",
            SettingType.BOOLEAN,
            "false",
            "Whether whoever registers must confirm the mail address before the first login.");
    static final Setting<Boolean> CONFIRM_ON_GET = new Setting<>(
            "durin.registration.confirm-on-get",
            SettingType.BOOLEAN,
            "false",
            "Whether following the link is enough. Mail scanners that follow links then confirm, too; otherwise the page"
                    + " behind it has a button.");
    static final Setting<String> CONFIRM_PAGE = new Setting<>(
            "durin.registration.confirm-page",
            page("https://shop.example/confirm?token={token}"),
            "",
            "The page of the application that the link leads to, with `{token}` where the token of the link goes; unset: a"
                    + " small page of Durin's.");
    static final Setting<String> CONFIRMED_REDIRECT = new Setting<>(
            "durin.registration.confirmed-redirect",
            target("/welcome.html"),
            "",
            "Where a browser is sent when the address was confirmed; unset: an answer that says so.");
    static final Setting<String> FAILED_REDIRECT = new Setting<>(
            "durin.registration.failed-redirect",
            target("/link-expired.html"),
            "",
            "Where a browser is sent when the link is not good; unset: an answer that says so.");
    static final Setting<List<String>> GROUPS = new Setting<>(
            "durin.registration.groups",
            new SettingType<>("list of text, separated by commas", "user", AllRegistrationSettings::readList),
            "",
            "The groups of accounts that are registered.");
    static final Setting<Boolean> ENUMERATION_SAFE = new Setting<>(
            "durin.registration.enumeration-safe",
            SettingType.BOOLEAN,
            "false",
            "Whether the answer is the same for a name that is taken; mail tells instead. Needs"
                    + " `durin.registration.confirm`.");
    static final Setting<Duration> UNCONFIRMED_LIFETIME = new Setting<>(
            "durin.registration.unconfirmed-lifetime",
            SettingType.duration(Duration.ofMinutes(1), Duration.ofDays(365)),
            "P3D",
            "How long a name is kept for an account whose address nobody has confirmed. No shorter than"
                    + " `durin.accounts.link-lifetime`.");
    static final Setting<Optional<Rate>> RATE = new Setting<>(
            "durin.registration.rate",
            SettingType.OPTIONAL_RATE,
            "10/h",
            "How many registrations, and how many mails with links, each address may ask for. Holds once"
                    + " `durin.trusted-proxies` is set.");
    static final Setting<Boolean> BESIDE_OTHER_STORES = new Setting<>(
            "durin.registration.beside-other-stores",
            SettingType.BOOLEAN,
            "false",
            "Whether there may be registration although another identity store checks passwords. A stranger could register a"
                    + " name that the other store knows.");

    static final List<Setting<?>> ALL = List.of(
            BASE_URL,
            LINK_LIFETIME,
            RESET_LIFETIME,
            RESET_PAGE,
            MAIL_RATE,
            RECIPIENT_RATE,
            ENABLED,
            CONFIRM,
            CONFIRM_ON_GET,
            CONFIRM_PAGE,
            CONFIRMED_REDIRECT,
            FAILED_REDIRECT,
            GROUPS,
            ENUMERATION_SAFE,
            UNCONFIRMED_LIFETIME,
            RATE,
            BESIDE_OTHER_STORES);

    private AllRegistrationSettings() {}

    private static SettingType<String> target(String example) {
        return uri(
                example, TARGET, "it must be an absolute URL, or a path that begins with /", UnaryOperator.identity());
    }

    /** A mail has no page that a path could be on. */
    private static SettingType<String> page(String example) {
        return uri(example, PAGE, "it must be an absolute URL", text -> text.replace("{token}", "0"));
    }

    private static SettingType<String> uri(
            String example, Pattern allowed, String rule, UnaryOperator<String> filledIn) {
        SettingType<String> shape = SettingType.text(example, allowed, rule);
        return new SettingType<>(shape.name(), example, text -> {
            if (!isUri(filledIn.apply(shape.read(text)))) {
                throw new IllegalArgumentException(rule + ", with % and two digits for what may not stand in one");
            }
            return text;
        });
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> readList(String text) {
        return text.isEmpty() ? List.of() : SettingType.list(SettingType.TEXT).read(text);
    }
}
