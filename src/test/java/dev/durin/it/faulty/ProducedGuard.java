package dev.durin.it.faulty;

import dev.durin.access.AllowClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

@ApplicationScoped
public class ProducedGuard {

    @FunctionalInterface
    public interface Guarded {

        @AllowClients("web")
        String secret();
    }

    @Produces
    Guarded guarded() {
        return () -> "no interceptor is around this";
    }
}
