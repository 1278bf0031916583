package dev.durin;

import dev.durin.authentication.EntryExtension;
import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.config.AdminSettings;
import dev.durin.config.Settings;
import dev.durin.mail.Mailer;
import dev.durin.store.EntityStore;
import dev.durin.store.StoreDescription;
import dev.durin.token.CallerGroups;
import dev.durin.token.TokenKeys;
import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the operator what Durin has found and how it will work, and warns of what they may not have meant. */
class StartupReport {

    private static final Logger LOGGER = System.getLogger(StartupReport.class.getName());

    /** Nodes whose clocks are further apart disagree about expiry for longer than anybody would put down to the network. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private static final int CLIENTS_NAMED = 10;

    private final Settings settings;
    private final List<Client> clients;
    private final StoreDescription store;
    private final TokenKeys keys;
    private final Optional<String> otherMechanism;
    private final boolean groupsAreToldWithoutLogin;
    private final boolean somebodyCanLogIn;
    private final Mailer mailer;

    StartupReport(Instance<Object> beans) {
        this.settings = beans.select(Settings.class).get();
        this.clients = beans.select(Clients.class).get().list();
        this.store = beans.select(EntityStore.class).get().description().orElseThrow();
        this.keys = beans.select(TokenKeys.class).get();
        this.otherMechanism = beans.select(EntryExtension.class).get().otherMechanism();
        this.groupsAreToldWithoutLogin = beans.select(CallerGroups.class).get().areToldWithoutLogin();
        this.somebodyCanLogIn = !beans.select(IdentityStore.class).isUnsatisfied();
        this.mailer = beans.select(Mailer.class).get();
    }

    void log() {
        LOGGER.log(Level.INFO, text());
        warnings().forEach(warning -> LOGGER.log(Level.WARNING, warning));
    }

    private String text() {
        return String.join(
                "\n  ",
                "Durin is ready: version " + version(),
                "entry: " + settings.entry() + ", " + knownTo(),
                "database: " + store.database() + " by " + settings.store().dataSource() + ", tables at "
                        + tablesVersion(),
                "keys: " + keys.description(),
                "clients: " + clients.size() + named(),
                "groups: " + groups(),
                "cache: " + cache(),
                "other nodes: " + feed(),
                "last use and use counts: " + usage(),
                "accounts: " + accounts(),
                "registration: " + registration(),
                "mail: " + mailer.description(),
                "administration: " + administration());
    }

    private static String version() {
        return Optional.ofNullable(StartupReport.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }

    /** Who will know the caller of a token. */
    private String knownTo() {
        return switch (settings.entry()) {
            case MECHANISM ->
                otherMechanism
                        .map(other -> "but Durin's mechanism stands down for the application's own, " + other)
                        .orElse(
                                "the container knows the caller of a token wherever it takes callers of an application");
            case FILTER ->
                "JAX-RS and the SecurityContext know the caller of a token, servlets and enterprise beans do not";
            case NONE -> "the application calls TokenAuthentication and tells the container itself";
        };
    }

    private String tablesVersion() {
        return store.schemaVersion().isPresent()
                ? "version " + store.schemaVersion().getAsInt()
                : "a version that cannot be read";
    }

    private String named() {
        String names = clients.stream().limit(CLIENTS_NAMED).map(Client::name).collect(Collectors.joining(", "));
        return clients.isEmpty() ? "" : " (" + names + (clients.size() > CLIENTS_NAMED ? ", …)" : ")");
    }

    private String groups() {
        return groupsAreToldWithoutLogin
                ? "asked for when a token is looked up"
                : "as they were at the login, for no identity store tells them without one";
    }

    private String cache() {
        return settings.cache().timeout().isZero()
                ? "off"
                : "for " + settings.cache().timeout() + ", of "
                        + settings.cache().size() + " tokens at most";
    }

    private String feed() {
        if (settings.cache().timeout().isZero()) {
            return "what they end holds at once, for nothing is kept in memory";
        }
        return settings.feed().isOn()
                ? "what they end is read every " + settings.feed().interval()
                        + "; while it cannot be, tokens are looked up again after "
                        + settings.feed().outageTimeout()
                : "what they end is not read (durin.feed.interval=0), so it holds after "
                        + settings.cache().timeout();
    }

    private String usage() {
        return settings.usage().isRecorded()
                ? "written every " + settings.usage().interval()
                : "not recorded";
    }

    private String accounts() {
        return settings.accounts().enabled()
                ? "kept by Durin, with " + settings.accounts().passwordIterations() + " iterations for a password, "
                        + settings.accounts().parallelHashes() + " at once"
                : "none of Durin's own";
    }

    private String registration() {
        if (!settings.registration().enabled()) {
            return "off";
        }
        return settings.registration().confirm()
                ? "open, with a mail address that is confirmed before the first login"
                : "open, without confirmation";
    }

    private String administration() {
        AdminSettings admin = settings.admin();
        if (!admin.enabled()) {
            return "off";
        }
        return "operators are "
                + Stream.of(
                                admin.group().isEmpty() ? "" : "the group " + admin.group(),
                                String.join(", ", new TreeSet<>(admin.callers())))
                        .filter(who -> !who.isEmpty())
                        .collect(Collectors.joining(", "))
                + (admin.hasOperators() ? "" : "nobody");
    }

    private List<String> warnings() {
        return Stream.of(
                        warning(!somebodyCanLogIn, "The application has no IdentityStore, so nobody can log in"),
                        warning(
                                keys.signingKeyIsInDatabase(),
                                "The key that makes tokens is in the database, in the table durin_key: whoever reads it"
                                        + " can make tokens. In production set durin.secret-key."),
                        warning(
                                store.clockDifference().abs().compareTo(CLOCK_TOLERANCE) > 0,
                                "The clock of the database is "
                                        + store.clockDifference().toSeconds()
                                        + " seconds ahead of this node's (behind, if negative). Tokens live by the nodes'"
                                        + " clocks: have all of them set by NTP."),
                        warning(
                                settings.accounts().enabled()
                                        && !settings.accounts().hasSafeIterations(),
                                "durin.accounts.password-iterations="
                                        + settings.accounts().passwordIterations()
                                        + " lets whoever gets hold of the table durin_account guess fast: 600000 or more are"
                                        + " for production."),
                        mailWarning(),
                        linksWarning(),
                        operatorWarning(),
                        apiAccessWarning())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> mailWarning() {
        return warning(
                settings.mail().isInTheClear(),
                "durin.mail.security=none: links that let in go to "
                        + settings.mail().server().host()
                        + " in the clear. Set starttls or tls, unless nobody can listen on the way.");
    }

    private Optional<String> linksWarning() {
        boolean mailed = settings.accounts().enabled() && settings.mail().isOn();
        String unset = Stream.of(
                        settings.registration().link().page().isEmpty() ? "durin.registration.confirm-page" : "",
                        settings.accounts().mail().resetPage().isEmpty() ? "durin.accounts.reset-page" : "")
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(" and "));
        return warning(
                mailed && !settings.endpoints() && !unset.isEmpty(),
                "durin.endpoints=false: links in mails lead to Durin's own paths, where nobody answers. Set " + unset
                        + ".");
    }

    private Optional<String> operatorWarning() {
        return warning(
                settings.admin().enabled() && !settings.admin().hasOperators(),
                "durin.admin.enabled=true, but nobody may use what is there: set durin.admin.group, or"
                        + " durin.admin.callers for the first operator.");
    }

    private Optional<String> apiAccessWarning() {
        return settings.apiAccess()
                .clientName()
                .filter(name ->
                        clients.stream().noneMatch(client -> client.name().equals(name)))
                .map(name -> "durin.api-access.client-name=" + name
                        + ": there is no such client, so apiaccess answers 404 until there is");
    }

    private static Optional<String> warning(boolean due, String text) {
        return due ? Optional.of(text) : Optional.empty();
    }
}
