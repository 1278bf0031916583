package dev.durin.it.faulty;

import dev.durin.access.RateLimited;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing counts the calls of a bean. */
@ApplicationScoped
@RateLimited("10/m")
public class LimitedBean {

    public String read() {
        return "read";
    }
}
