package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.config.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/**
 * Where requests come from: what the connection says, and behind the proxies of {@code durin.trusted-proxies} what they
 * say in {@code X-Forwarded-For}. Thread-safe.
 */
@Part
public class ClientAddress {

    private final CurrentRequest request;
    private final TrustedProxies proxies;

    @Inject
    ClientAddress(CurrentRequest request, Settings settings) {
        this.request = request;
        this.proxies = settings.trustedProxies();
    }

    /**
     * Where the request comes from that is being handled.
     *
     * @return the address, empty when the server does not know
     * @throws jakarta.enterprise.context.ContextNotActiveException outside of any request
     */
    public String current() {
        return of(request.get());
    }

    /**
     * Where a request comes from.
     *
     * @param request the request
     * @return the address, empty when the server does not know
     */
    public String of(HttpServletRequest request) {
        String connection = request.getRemoteAddr();
        if (connection == null) {
            return "";
        }
        return proxies.networks().isEmpty()
                ? connection
                : proxies.origin(connection, Collections.list(request.getHeaders("X-Forwarded-For")));
    }
}
