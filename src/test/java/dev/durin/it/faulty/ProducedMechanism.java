package dev.durin.it.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

@ApplicationScoped
public class ProducedMechanism {

    @Produces
    @ApplicationScoped
    HttpAuthenticationMechanism mechanism() {
        return (request, response, context) -> context.doNothing();
    }
}
