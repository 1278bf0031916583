package dev.durin.it.faulty;

import dev.durin.access.AllowClients;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class StaticGuard {

    @AllowClients("web")
    public static String unreachable() {
        return "no interceptor comes by here";
    }
}
