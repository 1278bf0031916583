package dev.durin.endpoint;

import dev.durin.account.Account;
import dev.durin.account.InvalidAccountException;
import dev.durin.account.KeptTokens;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code POST account/password}: another password for the caller's account. Ends all other sessions unless told otherwise. */
public abstract class AccountPasswordEndpoint extends OwnAccountEndpoint {

    private static final String NEW_PASSWORD = "new_password";
    private static final int LONGEST_PASSWORD = 4096;

    /** For the container. */
    protected AccountPasswordEndpoint() {
        super("Account Password", "Gives the account of the caller another password, and ends all other sessions.");
    }

    @Override
    Response carryOut(RequestBody body) {
        Map<String, String> texts =
                body.required(Map.of(), Map.of(PASSWORD, LONGEST_PASSWORD, NEW_PASSWORD, LONGEST_PASSWORD));
        boolean keepsSessions = body.isTrue("keep_sessions");
        return change(texts.getOrDefault(PASSWORD, ""), account -> {
            changePassword(account, texts.getOrDefault(NEW_PASSWORD, ""), keepsSessions);
            return noContent();
        });
    }

    private void changePassword(Account account, String password, boolean keepsSessions) {
        KeptTokens kept = keepsSessions
                ? new KeptTokens.All()
                : new KeptTokens.One(token().token().id());
        try {
            if (!accounts.changePassword(account, password, kept, language())) {
                throw fault(PASSWORD, NOT_RIGHT);
            }
        } catch (InvalidAccountException e) {
            throw fault(NEW_PASSWORD, e);
        }
    }
}
