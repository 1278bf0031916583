package dev.durin.it.faulty;

import dev.durin.access.Authenticated;

public class NoBean {

    @Authenticated
    public String unguarded() {
        return "nobody makes an interceptor for this";
    }
}
