package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.CurrentToken;
import dev.durin.config.Beans;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Tells caches that an answer is meant for the token that it was asked with, so that nobody else is shown it. */
final class VaryFilter implements ContainerResponseFilter {

    private final CurrentToken current =
            Beans.current().select(CurrentToken.class).get();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Authentication authentication = Caller.of(request, current);
        String vary = response.getHeaderString(HttpHeaders.VARY);
        boolean told = vary != null && vary.contains(HttpHeaders.AUTHORIZATION);
        if (authentication instanceof Authentication.Authenticated && !told) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        }
    }
}
