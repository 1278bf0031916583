package dev.durin.it.app;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Does what many applications do for clients that know few methods, or for old addresses. */
@Provider
@PreMatching
public class ReroutingFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getHeaderString("X-Test-Method");
        if (method != null) {
            request.setMethod(method);
        }
        String path = request.getHeaderString("X-Test-Rewrite");
        if (path != null) {
            request.setRequestUri(request.getUriInfo().getBaseUri().resolve(path));
        }
    }
}
