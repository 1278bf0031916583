package dev.durin.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** The least that a mechanism can do to log callers in: what it costs is the server's. */
@ApplicationScoped
public class HashMapMechanism implements HttpAuthenticationMechanism {

    private static final Set<String> GROUPS = Set.of(Callers.GROUP);

    private final MappedCallers callers = new MappedCallers();

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String caller = callers.of(request.getHeader("Authorization"));
        return caller == null ? context.doNothing() : context.notifyContainerAboutLogin(caller, GROUPS);
    }
}
