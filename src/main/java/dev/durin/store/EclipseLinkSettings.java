package dev.durin.store;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Has EclipseLink tell at once that the database is away. It would try three times more and wait five seconds each time,
 * with a request thread held. And has it keep what it throws out of the log: two logins at once are no news, and an outage
 * is told by whoever cannot go on. Public for EclipseLink alone; other providers never load it.
 */
public class EclipseLinkSettings implements SessionCustomizer {

    /** For EclipseLink. */
    public EclipseLinkSettings() {}

    @Override
    public void customize(Session session) {
        // Not by a level: a server's own log may not care for it.
        session.dontLogMessages();
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
    }
}
