package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.CurrentToken;
import jakarta.ws.rs.container.ContainerRequestContext;

/** What a request says of its sender, for the filters of one request, of which only the first one has to ask. */
final class Caller {

    private static final String KEY = Caller.class.getName();

    private Caller() {}

    static Authentication of(ContainerRequestContext request, CurrentToken current) {
        if (request.getProperty(KEY) instanceof Authentication known) {
            return known;
        }
        Authentication authentication = current.authentication();
        // Somebody may still find out who it is.
        if (!(authentication instanceof Authentication.Anonymous)) {
            request.setProperty(KEY, authentication);
        }
        return authentication;
    }
}
