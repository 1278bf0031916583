package dev.durin.benchmark.app;

import java.util.HashMap;
import java.util.Map;

/** Callers by the headers that they send. */
public final class MappedCallers {

    private static final int MOST = 10_000;

    private final Map<String, String> callers = new HashMap<>();

    /** With all tokens. */
    public MappedCallers() {
        for (int number = 0; number < MOST; number++) {
            callers.put("Token " + Callers.mappedToken(number), Callers.name(number));
        }
    }

    /** The caller's name, or null. */
    String of(String header) {
        return callers.get(header);
    }
}
