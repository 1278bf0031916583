package dev.durin.authentication;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the container who sends a request. Public for the container alone.
 *
 * <p>It has no scope and no injection points, so that it is a bean only when {@link EntryExtension} makes it one: an
 * application with a mechanism of its own must not have two.
 *
 * <p>On an unprotected request it only remembers a bad token: only JAX-RS knows whether the resource is one that does
 * not care, and one server would run the resource all the same.
 */
public class TokenAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** For the container. */
    public TokenAuthenticationMechanism() {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Authentication authentication =
                CDI.current().select(TokenAuthentication.class).get().authenticate(request);
        if (authentication instanceof Authentication.Authenticated authenticated) {
            return context.notifyContainerAboutLogin(
                    authenticated.token().caller(), authenticated.token().groups());
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
        return refuse(authentication, response);
    }

    private static AuthenticationStatus refuse(Authentication authentication, HttpServletResponse response) {
        ProblemWriter.write(problem(authentication), authentication, response);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static Problem problem(Authentication authentication) {
        if (authentication instanceof Authentication.Unavailable) {
            return Problem.unavailable();
        }
        return authentication instanceof Authentication.Refused refused
                ? Problem.unauthorized(refused.detail())
                : Problem.noCredentials();
    }
}
