package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.Problem;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} demand of a JAX-RS resource method; the most
 * specific one holds, of two in one place the stricter. Some servers do not enforce them there, so Durin does.
 *
 * @param roles the roles of which a caller must have one; none of them for {@code @DenyAll}
 */
record RolesGuard(Set<String> roles) {

    /** Every caller who is known, whatever the roles; Jakarta Authorization's name for it. */
    private static final String ANY_CALLER = "**";

    /** The guard of a method, or empty when everybody may call it. */
    static Optional<RolesGuard> of(Class<?> type, Method method) {
        Optional<Annotation> effective = new EffectiveAnnotations(type, method)
                .findFirst(List.of(DenyAll.class, RolesAllowed.class, PermitAll.class));
        if (effective.isEmpty() || effective.get() instanceof PermitAll) {
            return Optional.empty();
        }
        return effective
                .map(annotation -> annotation instanceof RolesAllowed allowed
                        ? Set.copyOf(Arrays.asList(allowed.value()))
                        : Set.<String>of())
                .map(RolesGuard::new);
    }

    /**
     * Lets the call go on, or not. It goes by the groups that Durin has found out; a caller who came by another way is
     * the container's business.
     *
     * @throws AccessRefusedException when it is not admitted
     */
    void require(Authentication authentication, SecurityContext container) {
        if (authentication instanceof Authentication.Known known) {
            demand(known.groups()::contains, authentication);
            return;
        }
        if (container.getUserPrincipal() == null || !(authentication instanceof Authentication.Anonymous)) {
            throw AccessDecision.refused(authentication);
        }
        demand(container::isUserInRole, authentication);
    }

    private void demand(Predicate<String> hasRole, Authentication authentication) {
        if (!roles.contains(ANY_CALLER) && !hasOne(hasRole)) {
            throw new AccessRefusedException(Problem.forbidden(), authentication);
        }
    }

    /** In a plain loop: this is on the way of each request. */
    private boolean hasOne(Predicate<String> hasRole) {
        for (String role : roles) {
            if (hasRole.test(role)) {
                return true;
            }
        }
        return false;
    }
}
