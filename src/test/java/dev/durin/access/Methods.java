package dev.durin.access;

import java.lang.reflect.Method;
import java.util.Arrays;

/** Finds methods as a container hands them over. */
final class Methods {

    private Methods() {}

    /** The only public method of a name that a class has or inherits, bridges aside. */
    static Method named(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .reduce((one, other) -> {
                    throw new IllegalArgumentException(one + " and " + other);
                })
                .orElseThrow();
    }
}
