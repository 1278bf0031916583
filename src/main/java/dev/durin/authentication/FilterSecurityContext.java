package dev.durin.authentication;

import dev.durin.config.Beans;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Jakarta Security's view of the caller where the entry is the filter, of which the container does not know. For requests
 * without a good token it is the server's own. {@link EntryExtension} takes it out for the other entries.
 *
 * <p>Some servers ask it themselves before they let a caller through to what {@code @RolesAllowed} guards.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class FilterSecurityContext implements SecurityContext {

    private volatile @Nullable RequestCheck known;

    /** For the container. */
    FilterSecurityContext() {}

    @Override
    public @Nullable Principal getCallerPrincipal() {
        return caller().<Principal>map(known -> new CallerPrincipal(known.caller()))
                .or(() -> server().map(SecurityContext::getCallerPrincipal))
                .orElse(null);
    }

    @Override
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
        Principal principal = getCallerPrincipal();
        if (caller().isPresent()) {
            return type.isInstance(principal) ? Set.of(type.cast(principal)) : Set.of();
        }
        return server().map(context -> context.getPrincipalsByType(type)).orElse(Set.of());
    }

    /** Of Jakarta Security 4, which Durin is not compiled against. For callers of the server's own it knows none. */
    public Set<String> getAllDeclaredCallerRoles() {
        return caller().map(Authentication.Known::groups).orElse(Set.of());
    }

    @Override
    public boolean isCallerInRole(String role) {
        return caller().map(known -> known.hasRole(role))
                .or(() -> server().map(context -> context.isCallerInRole(role)))
                .orElse(false);
    }

    /** Of what web.xml protects only the server knows. */
    @Override
    public boolean hasAccessToWebResource(String resource, String... methods) {
        return server().map(context -> context.hasAccessToWebResource(resource, methods))
                .orElse(false);
    }

    @Override
    public AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
        Authentication authentication = check().current();
        if (authentication instanceof Authentication.Known) {
            return AuthenticationStatus.SUCCESS;
        }
        if (!(authentication instanceof Authentication.Anonymous)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        // Without a mechanism of the application's own, a server would fall back on one that nobody has asked for.
        return Beans.current().select(HttpAuthenticationMechanism.class).isUnsatisfied()
                ? AuthenticationStatus.NOT_DONE
                : server().map(context -> context.authenticate(request, response, parameters))
                        .orElse(AuthenticationStatus.NOT_DONE);
    }

    private Optional<Authentication.Known> caller() {
        return check().current() instanceof Authentication.Known known ? Optional.of(known) : Optional.empty();
    }

    /** Looked up once: some servers ask several times in a request. */
    private RequestCheck check() {
        RequestCheck found = known;
        if (found == null) {
            found = Beans.current().select(RequestCheck.class).get();
            known = found;
        }
        return found;
    }

    private static Optional<SecurityContext> server() {
        BeanManager beans = Beans.manager();
        Set<Bean<?>> others = beans.getBeans(SecurityContext.class).stream()
                .filter(bean -> !isDurins(bean.getBeanClass()))
                .collect(Collectors.toUnmodifiableSet());
        return resolve(beans, others).map(bean ->
                (SecurityContext) beans.getReference(bean, SecurityContext.class, beans.createCreationalContext(bean)));
    }

    /** An application may have one of its own, without a word on which of the two shall hold. */
    private static Optional<Bean<?>> resolve(BeanManager beans, Set<Bean<?>> others) {
        try {
            return Optional.ofNullable(beans.resolve(others));
        } catch (AmbiguousResolutionException e) {
            return others.stream().findFirst();
        }
    }

    /** Or another Durin's: on some servers each application of an archive sees the beans of the others. */
    private static boolean isDurins(Class<?> type) {
        return type.getName().equals(FilterSecurityContext.class.getName());
    }
}
