package dev.durin.it.app;

import dev.durin.access.IgnoresToken;
import dev.durin.token.Tokens;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Changes the groups of a caller in a transaction, and has the caller forgotten before they can be seen. */
@Path("test-forgetting")
@RequestScoped
@IgnoresToken
@Produces("text/plain")
public class ForgettingResource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Resource
    ManagedExecutorService executor;

    @Resource(lookup = "java:app/jdbc/host")
    DataSource dataSource;

    @Inject
    Tokens tokens;

    /** Somebody uses the token between the call and the commit, which makes the change. */
    @POST
    @Transactional
    public String forget(@FormParam("caller") String caller, @FormParam("token") String token)
            throws InterruptedException, ExecutionException {
        tokens.forget(caller);
        // Else the other nodes might be told of what was before the end and of what is after it at once.
        boolean told = executor.submit(() -> isToldInTime(caller)).get();
        tokens.verify(token);
        Switches.GROUPS.put(caller, Set.of("user", "admin"));
        return told ? "told" : "not told";
    }

    private boolean isToldInTime(String caller) {
        Instant patience = Instant.now().plus(PATIENCE);
        while (!isTold(caller)) {
            if (Instant.now().isAfter(patience)) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    private boolean isTold(String caller) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT 1 FROM durin_revocation WHERE subject = ?")) {
            query.setString(1, caller);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            // The pool may still have connections from before the database was away.
            return false;
        }
    }
}
