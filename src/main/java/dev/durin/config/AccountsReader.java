package dev.durin.config;

import java.util.Optional;
import java.util.Set;

/** Reads the settings of accounts, registration and mail, and says which do not go together. */
final class AccountsReader {

    private final SettingsReader reader;

    AccountsReader(SettingsReader reader) {
        this.reader = reader;
    }

    AccountSettings accounts() {
        return new AccountSettings(
                reader.value(AllAccountSettings.ENABLED),
                reader.value(AllAccountSettings.CASE_INSENSITIVE_NAMES),
                reader.value(AllAccountSettings.PASSWORD_ITERATIONS),
                reader.value(AllAccountSettings.PARALLEL_HASHES),
                reader.value(AllAccountSettings.PASSWORD_MIN_LENGTH),
                reader.value(AllAccountSettings.PASSWORD_MAX_LENGTH),
                accountMail());
    }

    private AccountMailSettings accountMail() {
        String url = reader.value(AllRegistrationSettings.BASE_URL);
        return new AccountMailSettings(
                url.replaceAll("/+$", ""),
                reader.value(AllRegistrationSettings.LINK_LIFETIME),
                reader.value(AllRegistrationSettings.RESET_LIFETIME),
                withToken(AllRegistrationSettings.RESET_PAGE),
                reader.value(AllRegistrationSettings.MAIL_RATE).orElse(null),
                reader.value(AllRegistrationSettings.RECIPIENT_RATE).orElse(null));
    }

    MailSettings mail() {
        String session = reader.value(AllMailSettings.SESSION);
        String host = reader.value(AllMailSettings.HOST);
        String from = reader.value(AllMailSettings.FROM);
        if (!session.isEmpty() && !host.isEmpty()) {
            clash(AllMailSettings.SESSION, "it does not go with durin.mail.host; set one of the two");
        }
        if (!host.isEmpty() && from.isEmpty()) {
            clash(AllMailSettings.HOST, "it needs durin.mail.from; such as durin.mail.from=shop@example.com");
        }
        return new MailSettings(
                session,
                server(host),
                from,
                reader.value(AllMailSettings.LANGUAGE),
                reader.value(AllMailSettings.NOTICES),
                reader.value(AllMailSettings.INTERVAL),
                reader.value(AllMailSettings.GIVE_UP_AFTER));
    }

    private MailSettings.MailServer server(String host) {
        MailSecurity security = reader.value(AllMailSettings.SECURITY);
        Optional<Integer> port = reader.value(AllMailSettings.PORT);
        return new MailSettings.MailServer(
                host,
                port.orElseGet(security::port),
                security,
                reader.value(AllMailSettings.USERNAME),
                reader.value(AllMailSettings.PASSWORD),
                reader.value(AllMailSettings.TIMEOUT));
    }

    RegistrationSettings registration() {
        return new RegistrationSettings(
                reader.value(AllRegistrationSettings.ENABLED),
                reader.value(AllRegistrationSettings.CONFIRM),
                reader.value(AllRegistrationSettings.ENUMERATION_SAFE),
                Set.copyOf(reader.value(AllRegistrationSettings.GROUPS)),
                reader.value(AllRegistrationSettings.UNCONFIRMED_LIFETIME),
                reader.value(AllRegistrationSettings.RATE).orElse(null),
                reader.value(AllRegistrationSettings.BESIDE_OTHER_STORES),
                new RegistrationSettings.ConfirmationLink(
                        reader.value(AllRegistrationSettings.CONFIRM_ON_GET),
                        withToken(AllRegistrationSettings.CONFIRM_PAGE),
                        reader.value(AllRegistrationSettings.CONFIRMED_REDIRECT),
                        reader.value(AllRegistrationSettings.FAILED_REDIRECT)));
    }

    /** Whether all of them can hold together. */
    void check(Settings settings) {
        RegistrationSettings registration = settings.registration();
        AccountSettings accounts = settings.accounts();
        require(
                !registration.enabled() || accounts.enabled(),
                AllRegistrationSettings.ENABLED,
                "it needs durin.accounts.enabled=true");
        require(
                !registration.confirm() || settings.mail().isOn(),
                AllRegistrationSettings.CONFIRM,
                "it needs a way to send mail; such as durin.mail.host=localhost, or durin.mail.session");
        require(
                !registration.enumerationSafe() || registration.confirm(),
                AllRegistrationSettings.ENUMERATION_SAFE,
                "it needs durin.registration.confirm=true, or nobody would be told that a name is taken");
        requireTimeToConfirm(registration, accounts.mail());
        boolean linksAreMailed = accounts.enabled() && settings.mail().isOn();
        require(
                !linksAreMailed || !accounts.mail().baseUrl().isEmpty(),
                AllRegistrationSettings.BASE_URL,
                "it is not set, and the links in mails need it; such as " + AllRegistrationSettings.BASE_URL.key()
                        + "=https://shop.example/app/api");
    }

    /** Else somebody could follow a link that is good, to an account that is gone or somebody else's. */
    private void requireTimeToConfirm(RegistrationSettings registration, AccountMailSettings mail) {
        require(
                !registration.confirm() || registration.unconfirmedLifetime().compareTo(mail.linkLifetime()) >= 0,
                AllRegistrationSettings.UNCONFIRMED_LIFETIME,
                "it is " + registration.unconfirmedLifetime()
                        + ", and the link that confirms an address is good for longer,"
                        + " durin.accounts.link-lifetime=" + mail.linkLifetime()
                        + "; set it to as much, at least, such as "
                        + AllRegistrationSettings.UNCONFIRMED_LIFETIME.key() + "=" + mail.linkLifetime());
    }

    private void require(boolean condition, Setting<?> setting, String reason) {
        if (!condition) {
            clash(setting, reason);
        }
    }

    private String withToken(Setting<String> page) {
        String target = reader.value(page);
        if (!target.isEmpty() && !target.contains("{token}")) {
            clash(
                    page,
                    "it must have {token} where the token of the link goes; such as " + page.key() + "="
                            + page.type().example());
            return "";
        }
        return target;
    }

    private void clash(Setting<?> setting, String reason) {
        reader.fault(setting.key() + ": " + reason);
    }
}
