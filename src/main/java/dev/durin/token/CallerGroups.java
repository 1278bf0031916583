package dev.durin.token;

import java.util.Set;

/** Asks for the groups that a caller has now. */
public interface CallerGroups {

    /**
     * The groups that the identity stores give a caller without a login.
     *
     * @param caller the caller's name
     * @param origin what is known of the caller beside the name
     * @return the groups, possibly none
     * @throws RuntimeException when a store cannot be asked; an outage must not look like a caller without rights
     */
    Set<String> current(String caller, CallerOrigin origin);

    /**
     * Whether any identity store tells groups without a login. Then what it tells is all there is, and nothing that a
     * login told is kept: it could outlive the right itself.
     *
     * @return false when groups are known from logins alone
     */
    boolean areToldWithoutLogin();
}
