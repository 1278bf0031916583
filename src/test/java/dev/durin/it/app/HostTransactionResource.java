package dev.durin.it.app;

import dev.durin.authentication.CurrentToken;
import dev.durin.client.ClientDraft;
import dev.durin.client.Clients;
import dev.durin.event.RevocationReason;
import dev.durin.scoped.ScopedTokenRequest;
import dev.durin.scoped.ScopedTokens;
import dev.durin.token.TokenRequest;
import dev.durin.token.Tokens;
import dev.durin.token.VerifiedToken;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of the application's, on a data source of its own, around operations of Durin's; a second one without XA. */
@Path("host")
@RequestScoped
@Produces("text/plain")
public class HostTransactionResource {

    @Resource(lookup = "java:app/jdbc/host")
    DataSource dataSource;

    @Inject
    Tokens tokens;

    @Inject
    ScopedTokens scopedTokens;

    @Inject
    Clients clients;

    @Inject
    CurrentToken current;

    @POST
    @Path("{operation}")
    @Transactional
    public String failAfter(@PathParam("operation") String operation, @QueryParam("note") String note)
            throws SQLException {
        keepAfter(operation, note);
        throw new IllegalStateException("the application's own transaction fails");
    }

    /** Holds its connection while Durin is at work. */
    @POST
    @Path("{operation}/kept")
    @Transactional
    public String keepAfter(@PathParam("operation") String operation, @QueryParam("note") String note)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO host_note VALUES (?)")) {
            insert.setString(1, note);
            insert.executeUpdate();
            if (operation.startsWith("scoped-")) {
                return ofScopedTokens(operation, note);
            }
            return operation.startsWith("client-") ? ofClients(operation, note) : ofTokens(operation);
        }
    }

    private String ofTokens(String operation) {
        VerifiedToken token = current.verified().orElseThrow();
        Object result =
                switch (operation) {
                    case "revoke" -> tokens.revoke(token, RevocationReason.APPLICATION);
                    case "revoke-by-id" ->
                        tokens.revoke(token.caller(), token.token().id(), RevocationReason.APPLICATION);
                    case "revoke-all" -> tokens.revokeAll(token.caller(), RevocationReason.APPLICATION);
                    case "renew" -> tokens.renew(token).isPresent();
                    case "issue" ->
                        tokens.issue(TokenRequest.of("bob", "mobile")).token().caller();
                    case "issue-once" ->
                        tokens.issueOnce(TokenRequest.of("bob", "mobile")).isPresent();
                    case "issue-once-by-right" ->
                        tokens.issueOnce(token, token.forClient("mobile")).isPresent();
                    case "find" -> tokens.find("alice", "mobile").isPresent();
                    case "list" -> tokens.list("alice").size();
                    case "purge" -> tokens.purgeExpired();
                    default -> throw new IllegalArgumentException(operation);
                };
        return String.valueOf(result);
    }

    private String ofScopedTokens(String operation, String id) {
        VerifiedToken token = current.verified().orElseThrow();
        return switch (operation) {
            case "scoped-issue" ->
                scopedTokens
                        .issue(ScopedTokenRequest.of(token).allow("GET", "/api/echo/foo"))
                        .caller();
            case "scoped-revoke" -> String.valueOf(scopedTokens.revoke(id));
            case "scoped-revoke-all" -> {
                scopedTokens.revokeAll(token.caller());
                yield token.caller();
            }
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private String ofClients(String operation, String name) {
        Object result =
                switch (operation) {
                    case "client-create" ->
                        clients.create(ClientDraft.named(name)).name();
                    case "client-change" ->
                        clients.change(
                                        clients.find(name).orElseThrow().id(),
                                        ClientDraft.change().enabled(false))
                                .name();
                    case "client-delete" ->
                        clients.delete(clients.find(name).orElseThrow().id());
                    case "client-find" ->
                        clients.find(clients.find(name).orElseThrow().id())
                                .orElseThrow()
                                .name();
                    case "client-list" -> !clients.list().isEmpty();
                    default -> throw new IllegalArgumentException(operation);
                };
        return String.valueOf(result);
    }
}
