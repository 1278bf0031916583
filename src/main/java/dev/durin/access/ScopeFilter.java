package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.RequestCheck;
import dev.durin.authentication.ScopeCheck;
import dev.durin.authentication.ScopedExchange;
import dev.durin.config.Beans;
import dev.durin.scoped.VerifiedScopedToken;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a request with a scoped token against what that allows, now that JAX-RS has found the resource method. */
final class ScopeFilter implements ContainerRequestFilter {

    /** With the class itself, so that nothing keeps the classes of an application that was stopped. */
    private static final ClassValue<Boolean> REFUSING = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return TypeHierarchy.of(type).stream().anyMatch(at -> at.isAnnotationPresent(RefusesScopedTokens.class));
        }
    };

    private final Set<String> types;
    private final String name;
    private final boolean refuses;
    private final boolean ignoresToken;
    private final ScopeCheck check = Beans.current().select(ScopeCheck.class).get();

    /**
     * The filter of a resource method.
     *
     * @param ignoresToken whether nobody has to be known there: then whoever has a token that does not allow it is nobody
     */
    ScopeFilter(Class<?> type, Method method, boolean ignoresToken) {
        this.types = supertypes(type).map(Class::getName).collect(Collectors.toUnmodifiableSet());
        this.name = method.getName();
        this.refuses = REFUSING.get(type);
        this.ignoresToken = ignoresToken;
    }

    /** A class with all that it is derived from. */
    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        return Stream.concat(Stream.of(type), above.flatMap(ScopeFilter::supertypes));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (Caller.of(request) instanceof Authentication.ScopedAuthenticated known) {
            if (!isRefused(request) && check.allows(known.token(), found(request))) {
                tellRecipient(known.token(), request);
            } else if (ignoresToken) {
                RequestCheck.forget(request::getProperty);
                request.setSecurityContext(new NobodySecurityContext(request.getSecurityContext()));
            } else {
                request.abortWith(new AccessRefusedMapper().toResponse(AccessDecision.refused(check.outOfScope())));
            }
        }
    }

    /** By the resource itself, or by one whose locator has led to it. */
    private boolean isRefused(ContainerRequestContext request) {
        return refuses
                || request.getUriInfo().getMatchedResources().stream()
                        .anyMatch(matched -> REFUSING.get(matched.getClass()));
    }

    private ScopeCheck.Found found(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        return new ScopeCheck.Found(
                request.getMethod(), rawPath(uri), uri.getPath(), types, name, uri.getPathParameters());
    }

    /** One JAX-RS has no address of a request whose query has what no address may have, which browsers send all the same. */
    private static String rawPath(UriInfo uri) {
        try {
            return uri.getRequestUri().getRawPath();
        } catch (IllegalArgumentException e) {
            String base = uri.getBaseUri().getRawPath();
            String path = uri.getPath(false);
            return path.startsWith("/") && base.endsWith("/") ? base + path.substring(1) : base + path;
        }
    }

    /** The token may have been found out about after JAX-RS has taken the headers. */
    private static void tellRecipient(VerifiedScopedToken token, ContainerRequestContext request) {
        token.recipient().ifPresent(name -> request.getHeaders().putSingle(ScopedExchange.RECIPIENT_HEADER, name));
    }
}
