package dev.durin.endpoint;

import dev.durin.account.OperatorAccounts;
import dev.durin.admin.TokenOperations;
import dev.durin.client.Clients;
import dev.durin.token.OperatorTokens;
import dev.durin.token.TokenSelection;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST admin/tokens/revoke}: operators end the tokens of a caller, of a client, or all. */
@Allows("POST, OPTIONS")
public abstract class AdminTokenRevokeEndpoint extends AdminEndpoint {

    private static final String CLIENT = "client";

    @Inject
    OperatorTokens tokens;

    @Inject
    TokenOperations operations;

    @Inject
    OperatorAccounts accounts;

    @Inject
    Clients clients;

    /** For the container. */
    protected AdminTokenRevokeEndpoint() {
        super("Revoke tokens", "Ends the tokens of a caller, of a client, or all.");
    }

    /**
     * Ends tokens, or says how many it would end.
     *
     * @param body which
     * @return how many
     */
    @POST
    public Response revoke(InputStream body) {
        return administer(() -> {
            AdminQuery query = query();
            boolean dryRun = query.isDryRun();
            query.check();
            TokenSelection selection = selection(body(body));
            return json(
                    200,
                    dryRun ? preview(selection) : Map.of("tokens_ended", operations.revoke(operator(), selection)));
        });
    }

    private Map<String, Object> preview(TokenSelection selection) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("affected_tokens", count(tokens.count(selection)));
        members.put("scoped", selection.isOfOneCaller());
        return members;
    }

    private TokenSelection selection(AdminBody fields) {
        String caller = fields.text("caller", 255).orElse("");
        String client = fields.text(CLIENT, 64).orElse("");
        boolean all = fields.flag("all").orElse(false);
        boolean sparing = fields.flag("except_current").orElse(false);
        boolean some = !caller.isEmpty() || !client.isEmpty();
        if (all && some) {
            fields.fault("all", "All tokens are neither those of a caller nor those of a client: leave one out.");
        }
        fields.check();
        if (all == some) {
            throw ProblemException.badRequest("Say which tokens: a caller, a client, both, or all=true.");
        }
        requireClient(client);
        TokenSelection selection = TokenSelection.all()
                .ofCaller(caller.isEmpty() ? "" : accounts.spelled(caller))
                .ofClient(client);
        return sparing ? selection.sparing(token()) : selection;
    }

    /** Whoever misspells it shall not believe that its tokens have ended. */
    private void requireClient(String client) {
        if (!client.isEmpty() && clients.find(client).isEmpty()) {
            throw fault(CLIENT, "No client with that name.");
        }
    }
}
