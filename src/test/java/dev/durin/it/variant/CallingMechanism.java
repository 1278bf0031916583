package dev.durin.it.variant;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.TokenAuthentication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A mechanism of the application's that asks Durin. */
@ApplicationScoped
public class CallingMechanism implements HttpAuthenticationMechanism {

    @Inject
    TokenAuthentication tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Authentication authentication = tokens.authenticate(request);
        if (authentication instanceof Authentication.Authenticated known) {
            return context.notifyContainerAboutLogin(
                    known.token().caller(), known.token().groups());
        }
        return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
    }
}
