package dev.durin.endpoint;

import dev.durin.account.Account;
import dev.durin.account.InvalidAccountException;
import dev.durin.account.KeptTokens;
import dev.durin.token.IssuedToken;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
            Account changed = changed(account, texts.getOrDefault(NEW_PASSWORD, ""), keepsSessions);
            return keepsSessions ? noContent() : withToken(changed);
        });
    }

    /**
     * Somebody else may have the token of the request, too: a login with the old password answers the same one where the
     * client's policy is {@code reuse}. So it has ended with all others, and the caller goes on with a new one.
     */
    private Response withToken(Account account) {
        String userAgent = Optional.ofNullable(headers.getHeaderString(HttpHeaders.USER_AGENT))
                .orElse("");
        return accounts.tokenInPlaceOf(account, token(), address.current(), userAgent)
                .map(issued -> json(200, members(issued)))
                .orElseGet(this::noContent);
    }

    private Map<String, ?> members(IssuedToken issued) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "expiry", settings.login().expiryFormat().text(issued.token().expiry()));
        members.put("token", issued.text().reveal());
        return members;
    }

    private Account changed(Account account, String password, boolean keepsSessions) {
        KeptTokens kept = keepsSessions ? new KeptTokens.All() : new KeptTokens.None();
        try {
            return accounts.changePassword(account, password, kept, language())
                    .orElseThrow(() -> fault(PASSWORD, NOT_RIGHT));
        } catch (InvalidAccountException e) {
            throw fault(NEW_PASSWORD, e);
        }
    }
}
