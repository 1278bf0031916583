package dev.durin.it.app;

import dev.durin.access.AllowClients;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class GuardedBean {

    @AllowClients("web")
    public String onlyWeb() {
        return "through the bean";
    }

    public String open() {
        return "open";
    }
}
