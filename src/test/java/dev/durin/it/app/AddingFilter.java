package dev.durin.it.app;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Comes after Durin's filters, and adds to a field of the answer what the request says. */
@Provider
@Priority(1)
public class AddingFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String added = request.getHeaderString("Test-Add-RateLimit");
        if (added != null) {
            response.getHeaders().add("RateLimit", added);
        }
    }
}
