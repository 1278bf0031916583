package dev.durin.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The least that a mechanism can do to log callers in: what it costs is the server's. */
@ApplicationScoped
public class HashMapMechanism implements HttpAuthenticationMechanism {

    private static final int MOST = 10_000;
    private static final Set<String> GROUPS = Set.of(Callers.GROUP);

    private final Map<String, String> callers = new HashMap<>();

    /** With all tokens. */
    public HashMapMechanism() {
        for (int number = 0; number < MOST; number++) {
            callers.put("Token " + Callers.mappedToken(number), Callers.name(number));
        }
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String caller = callers.get(request.getHeader("Authorization"));
        return caller == null ? context.doNothing() : context.notifyContainerAboutLogin(caller, GROUPS);
    }
}
