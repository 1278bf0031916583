package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.RequestCheck;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * What a request says of its sender, for the filters behind the one that finds it out. In the properties of a request
 * JAX-RS has the attributes of the servlet's, whatever thread goes on with it.
 */
final class Caller {

    private Caller() {}

    static Authentication of(ContainerRequestContext request) {
        return RequestCheck.known(request::getProperty);
    }
}
