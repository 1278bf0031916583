package dev.durin.spi;

import java.util.Set;

/**
 * Says who may get tokens at all. The default lets everybody in whom an identity store knows.
 *
 * <p>A CDI bean of this type replaces the default. Who is refused gets the answer of a wrong password, so that nobody
 * learns from it that the password was right. What it throws makes the login answer 503.
 */
@FunctionalInterface
public interface LoginPolicyCheck {

    /**
     * Whether a caller whose password was right may have a token.
     *
     * @param caller the caller's name
     * @param groups the caller's groups
     * @param client the name of the client that the token would be for
     * @return false to refuse
     */
    boolean mayLogIn(String caller, Set<String> groups, String client);
}
