package dev.durin.scoped;

import java.util.Set;

/** The methods of HTTP that scoped tokens know. */
final class Methods {

    private static final Set<String> KNOWN = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private Methods() {}

    static void require(String method) {
        if (!KNOWN.contains(method)) {
            throw new IllegalArgumentException("a method is one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS");
        }
    }
}
