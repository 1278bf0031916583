package dev.durin.store;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Has EclipseLink tell at once that the database is away. It would try three times more and wait five seconds each time,
 * with a request thread held. Public for EclipseLink alone; other providers never load it.
 */
public class EclipseLinkSettings implements SessionCustomizer {

    /** For EclipseLink. */
    public EclipseLinkSettings() {}

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
    }
}
