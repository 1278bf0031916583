package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.account.Account;
import dev.durin.account.InvalidAccountException;
import dev.durin.account.OwnAccount;
import dev.durin.authentication.ClientAddress;
import dev.durin.authentication.Problem;
import dev.durin.event.LoginFailed;
import dev.durin.event.LoginFailed.Reason;
import dev.durin.store.Announcer;
import dev.durin.throttle.FailedLogins;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What the endpoints share by which callers change their own accounts. They ask for the password: whoever has got hold of
 * a token must not get hold of the account with it.
 */
@Authenticated
@Needs(Feature.ACCOUNTS)
public abstract class OwnAccountEndpoint extends BodyEndpoint {

    static final String PASSWORD = "password";
    static final String NOT_RIGHT = "The password is not right.";

    @Inject
    OwnAccount accounts;

    @Inject
    FailedLogins failedLogins;

    @Inject
    ClientAddress address;

    @Inject
    Languages languages;

    @Inject
    Announcer announcer;

    OwnAccountEndpoint(String name, String description) {
        super(name, description);
    }

    /** Does something with the caller's account, if the password is right. */
    Response change(String password, Function<Account, Response> change) {
        refuseApiAccessToken();
        Account account = accounts.find(token().caller()).orElseThrow(ProblemException::notFound);
        requirePassword(account, password);
        return change.apply(account);
    }

    /** Guesses count as failed logins: a token must not be a way to guess faster. */
    private void requirePassword(Account account, String password) {
        try (FailedLogins.Attempt attempt = failedLogins.begin(account.name(), address.current())) {
            // Also when it fails whatever the password is: the time must not tell that.
            boolean right = accounts.isPassword(account.name(), password);
            if (attempt.isLocked() || !right) {
                attempt.failed();
                Reason reason = attempt.isLocked() ? Reason.LOCKED : Reason.CREDENTIALS;
                announcer.announce(new LoginFailed(account.name(), token().client(), reason, address.current()));
                throw fault(PASSWORD, NOT_RIGHT);
            }
            attempt.succeeded();
        }
    }

    /** The language that the caller understands. */
    Locale language() {
        return languages.of(headers);
    }

    static ProblemException fault(String field, String message) {
        return new ProblemException(new Problem(400, "Bad request", "", Map.of(field, List.of(message))));
    }

    static ProblemException fault(String field, InvalidAccountException fault) {
        return fault(field, fault.getMessage());
    }
}
