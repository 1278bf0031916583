package dev.durin.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Knows a browser's question whether it may ask. It carries no token by design, so it is never judged.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch, CORS-preflight fetch</a>
 */
final class Preflight {

    private Preflight() {}

    static boolean is(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString("Origin") != null
                && request.getHeaderString("Access-Control-Request-Method") != null;
    }
}
