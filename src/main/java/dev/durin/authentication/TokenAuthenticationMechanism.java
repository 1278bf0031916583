package dev.durin.authentication;

import dev.durin.config.Beans;
import dev.durin.usage.HourlyCounts;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells the container who sends a request. Public for the container alone.
 *
 * <p>It has no scope and no injection points, so that it is a bean only when {@link EntryExtension} makes it one: an
 * application with a mechanism of its own must not have two.
 *
 * <p>On an unprotected request it only remembers a bad token: only JAX-RS knows whether the resource is one that does
 * not care, and one server would run the resource all the same.
 *
 * <p>A server may know callers of its own realms alone, and refuse to take one from a token. Then the request itself says
 * who the caller is, which is enough for servlets and JAX-RS, and what the container protects stays closed.
 */
public class TokenAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final Logger LOGGER = System.getLogger(TokenAuthenticationMechanism.class.getName());
    private static final AtomicBoolean WARNED = new AtomicBoolean();
    private static final String NOT_TAKEN_WARNING =
            "The server does not take the caller of a good token. JAX-RS resources,"
                    + " servlets and Durin's annotations know the caller all the same; the SecurityContext of Jakarta Security"
                    + " and enterprise beans do not, and what web.xml protects answers 500. On WildFly, let it take callers that"
                    + " none of its realms knows: /subsystem=undertow/application-security-domain=other"
                    + ":write-attribute(name=integrated-jaspi,value=false)";
    private static final Problem NOT_TAKEN = Problem.of(
            500,
            "Server misconfigured",
            "The token is good, but the server is not configured to take its caller. Its log says how to mend that.");

    private volatile @Nullable RequestCheck known;

    /** For the container. */
    public TokenAuthenticationMechanism() {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Authentication authentication = check().of(request);
        if (authentication instanceof Authentication.Known known) {
            return logIn(known, request, response, context);
        }
        if (context.isAuthenticationRequest()) {
            // The application, or a server for @PermitAll, asks whether somebody can be made known: it goes on by
            // itself.
            return authentication instanceof Authentication.Anonymous
                    ? context.doNothing()
                    : AuthenticationStatus.SEND_FAILURE;
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return refuse(authentication, request, response);
    }

    /** Looked up once: this is on the way of every request. */
    private RequestCheck check() {
        RequestCheck found = known;
        if (found == null) {
            found = Beans.current().select(RequestCheck.class).get();
            known = found;
        }
        return found;
    }

    private static AuthenticationStatus logIn(
            Authentication.Known known,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        try {
            return context.notifyContainerAboutLogin(known.caller(), known.groups());
        } catch (RuntimeException e) {
            warnOnce(e);
            if (context.isProtected() && !context.isAuthenticationRequest()) {
                answer(NOT_TAKEN, known, request, response);
                return AuthenticationStatus.SEND_FAILURE;
            }
            context.withRequest(new CallerRequest(request, known));
            return context.doNothing();
        }
    }

    private static void warnOnce(RuntimeException refusal) {
        if (WARNED.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, NOT_TAKEN_WARNING, refusal);
        }
    }

    private static AuthenticationStatus refuse(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        Problem problem = problem(authentication);
        Beans.current().select(HourlyCounts.class).get().refused(problem.status());
        answer(problem, authentication, request, response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** No filter has seen the request yet, nor what a link wants of its answer. */
    private static void answer(
            Problem problem, Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        ScopedExchange exchange = Beans.current().select(ScopedExchange.class).get();
        ProblemWriter.write(problem, authentication, exchange.response(request, response));
    }

    private static Problem problem(Authentication authentication) {
        if (authentication instanceof Authentication.Unavailable) {
            return Problem.unavailable();
        }
        if (authentication instanceof Authentication.Throttled throttled) {
            return throttled.problem();
        }
        if (authentication instanceof Authentication.OutOfScope outOfScope) {
            return outOfScope.problem();
        }
        return authentication instanceof Authentication.Refused refused
                ? Problem.unauthorized(refused.detail())
                : Problem.noCredentials();
    }
}
