package dev.durin.endpoint;

import dev.durin.authentication.DisregardedPassword;
import dev.durin.authentication.Problem;
import dev.durin.client.Client;
import dev.durin.client.Clients;
import dev.durin.client.InvalidClientException;
import dev.durin.config.Configured;
import dev.durin.config.Settings;
import dev.durin.config.Settings.LoginSettings;
import dev.durin.event.LoginFailed;
import dev.durin.event.LoginFailed.Reason;
import dev.durin.event.LoginStarting;
import dev.durin.event.LoginSucceeded;
import dev.durin.spi.ClientResolver;
import dev.durin.spi.LoginRequest;
import dev.durin.store.Announcer;
import dev.durin.store.FreeText;
import dev.durin.throttle.FailedLogins;
import dev.durin.token.CallerOrigin;
import dev.durin.token.IssuedToken;
import dev.durin.token.LoginOutdatedException;
import dev.durin.token.TokenLimitException;
import dev.durin.token.TokenRequest;
import dev.durin.token.Tokens;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a caller in, or not: client, then password, then whether the caller may have a token. */
@Dependent
class LoginService {

    /** As long as the field may be. */
    private static final int LONGEST_NAME = 255;

    private final ClientResolver clientResolver;
    private final Clients clients;
    private final Event<LoginStarting> starting;
    private final FailedLogins failedLogins;
    private final IdentityStoreHandler identityStores;
    private final LoginRules rules;
    private final Tokens tokens;
    private final Announcer announcer;
    private final LoginSettings settings;

    @Inject
    LoginService(
            @Configured ClientResolver clientResolver,
            Clients clients,
            Event<LoginStarting> starting,
            FailedLogins failedLogins,
            IdentityStoreHandler identityStores,
            LoginRules rules,
            Tokens tokens,
            Announcer announcer,
            Settings settings) {
        this.clientResolver = clientResolver;
        this.clients = clients;
        this.starting = starting;
        this.failedLogins = failedLogins;
        this.identityStores = identityStores;
        this.rules = rules;
        this.tokens = tokens;
        this.announcer = announcer;
        this.settings = settings.login();
    }

    /**
     * Logs a caller in.
     *
     * @throws ProblemException when the caller is not let in
     */
    LoggedIn logIn(Login login) {
        Client client = client(login.request());
        LoginStarting event = new LoginStarting(login.request(), client.name());
        starting.fire(event);
        if (event.isVetoed()) {
            throw refused(login.request(), client, Reason.VETOED);
        }
        CredentialValidationResult result = validated(login, client);
        String caller = result.getCallerPrincipal().getName();
        IssuedToken token = issue(login.request(), caller, client, result);
        announcer.announce(new LoginSucceeded(
                caller, client.name(), token.token().id(), login.request().remoteAddress()));
        return new LoggedIn(caller, result.getCallerGroups(), token);
    }

    private CredentialValidationResult validated(Login login, Client client) {
        try (FailedLogins.Attempt attempt =
                failedLogins.begin(login.request().username(), login.request().remoteAddress())) {
            // Also when it fails whatever the password is: the time must not tell that.
            Password password =
                    attempt.isAdmitted() ? new Password(login.password()) : new DisregardedPassword(login.password());
            CredentialValidationResult result = identityStores.validate(
                    new UsernamePasswordCredential(login.request().username(), password));
            Optional<Reason> objection =
                    attempt.isLocked() ? Optional.of(Reason.LOCKED) : objection(result, client.name());
            if (objection.isPresent()) {
                attempt.failed();
                throw refused(login.request(), client, objection.get());
            }
            attempt.succeeded();
            return result;
        }
    }

    private Optional<Reason> objection(CredentialValidationResult result, String client) {
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? rules.objection(result.getCallerPrincipal().getName(), result.getCallerGroups(), client)
                : Optional.of(Reason.CREDENTIALS);
    }

    private Client client(LoginRequest login) {
        String name = clientResolver
                .clientName(login)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ProblemException.badRequest("No client specified."));
        Client client = clients.find(name).orElseThrow(() -> ProblemException.badRequest("No client with that name."));
        if (!client.enabled()) {
            throw ProblemException.badRequest("This client is disabled.");
        }
        return client;
    }

    private IssuedToken issue(LoginRequest login, String caller, Client client, CredentialValidationResult result) {
        TokenRequest request = TokenRequest.of(caller, client.name())
                .loggedIn(result.getCallerGroups(), origin(result))
                .named(login.tokenName())
                .from(login.remoteAddress(), login.header("user-agent").orElse(""));
        try {
            IssuedToken token = tokens.issue(request);
            if (token.issued() || !settings.refresh()) {
                return token;
            }
            // Ended between the two steps: then the caller gets a new one.
            return tokens.renew(token).orElseGet(() -> tokens.issue(request));
        } catch (InvalidClientException deletedMeanwhile) {
            throw ProblemException.badRequest(deletedMeanwhile.getMessage());
        } catch (LoginOutdatedException e) {
            throw refused(login, client, Reason.CREDENTIALS);
        } catch (TokenLimitException e) {
            announceFailure(login, client, Reason.LIMIT);
            throw new ProblemException(Problem.of(
                    403,
                    "Too many sessions",
                    "There may be no more than " + e.limit()
                            + (e.isOfClient() ? " sessions of this client" : " sessions")
                            + " at a time. End one of them, then log in again."));
        }
    }

    /** One answer for every reason: nobody learns which half was wrong. */
    private ProblemException refused(LoginRequest login, Client client, Reason reason) {
        announceFailure(login, client, reason);
        return new ProblemException(new Problem(
                settings.failureStatus(),
                "Not logged in",
                "",
                Map.of("non_field_errors", List.of("Unable to log in with provided credentials."))));
    }

    private void announceFailure(LoginRequest login, Client client, Reason reason) {
        // Whoever writes the name into a log must not write a line that was made up.
        String username = FreeText.cut(login.username(), LONGEST_NAME);
        announcer.announce(new LoginFailed(username, client.name(), reason, login.remoteAddress()));
    }

    private static CallerOrigin origin(CredentialValidationResult result) {
        return new CallerOrigin(
                orEmpty(result.getIdentityStoreId()),
                orEmpty(result.getCallerDn()),
                orEmpty(result.getCallerUniqueId()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * A caller who was let in.
     *
     * @param caller the caller's name
     * @param groups the caller's groups
     * @param token the token
     */
    record LoggedIn(String caller, Set<String> groups, IssuedToken token) {}
}
