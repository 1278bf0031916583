package dev.durin.admin;

import dev.durin.config.AdminSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.token.VerifiedToken;
import jakarta.inject.Inject;

/** Who may operate the application, and with which tokens. Thread-safe. */
@Part
public class Operators {

    private final AdminSettings admin;
    private final Settings.ApiAccessSettings apiAccess;

    @Inject
    Operators(Settings settings) {
        this.admin = settings.admin();
        this.apiAccess = settings.apiAccess();
    }

    /**
     * Whether a token is one of an operator that may be used as such. An API access token never is, whatever else it may
     * do: a key that leaks and lives for a year must not.
     *
     * @param token the token of the request
     * @return whether it may
     */
    public boolean include(VerifiedToken token) {
        return isOperator(token) && isAdmitted(token.client());
    }

    private boolean isOperator(VerifiedToken token) {
        return admin.callers().contains(token.caller())
                || (!admin.group().isEmpty() && token.groups().contains(admin.group()));
    }

    private boolean isAdmitted(String client) {
        return !apiAccess.isApiAccess(client)
                && (admin.clients().isEmpty() || admin.clients().contains(client));
    }
}
