package dev.durin.it.app;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class GuardedByInterface implements OnlyWeb {

    @Override
    public String onlyWeb() {
        return "through the interface";
    }
}
