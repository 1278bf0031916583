package dev.durin.spi;

import java.util.Set;

/**
 * Says what the member {@code user} of a login's answer holds, when {@code durin.login.user=true}. The default is an
 * object with the member {@code username}.
 *
 * <p>A CDI bean of this type replaces the default. What it throws makes the login answer 503.
 */
@FunctionalInterface
public interface UserRepresentation {

    /**
     * The representation of a caller.
     *
     * @param caller the caller's name
     * @param groups the caller's groups
     * @return anything that JSON-B can write
     */
    Object represent(String caller, Set<String> groups);
}
