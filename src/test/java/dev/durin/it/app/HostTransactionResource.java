package dev.durin.it.app;

import dev.durin.authentication.CurrentToken;
import dev.durin.event.RevocationReason;
import dev.durin.token.TokenRequest;
import dev.durin.token.Tokens;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of the application's, on a data source of its own, around operations of Durin's; it always fails. */
@Path("host")
@RequestScoped
@Produces("text/plain")
public class HostTransactionResource {

    @Resource(lookup = "java:app/jdbc/host")
    DataSource dataSource;

    @Inject
    Tokens tokens;

    @Inject
    CurrentToken current;

    @POST
    @Path("{operation}")
    @Transactional
    public String failAfter(@jakarta.ws.rs.PathParam("operation") String operation, @QueryParam("note") String note)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO host_note VALUES (?)")) {
            insert.setString(1, note);
            insert.executeUpdate();
            switch (operation) {
                case "revoke" -> tokens.revoke(current.verified().orElseThrow(), RevocationReason.APPLICATION);
                case "revoke-all" ->
                    tokens.revokeAll(current.verified().orElseThrow().caller(), RevocationReason.APPLICATION);
                case "renew" -> tokens.renew(current.verified().orElseThrow());
                case "issue" -> tokens.issue(TokenRequest.of("bob", "mobile"));
                default -> throw new IllegalArgumentException(operation);
            }
        }
        throw new IllegalStateException("the application's own transaction fails");
    }
}
