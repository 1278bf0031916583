package dev.durin.access;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A method of a class with what is demanded for it, found out once: it is on the way of every request, and to go through a
 * class and all that it inherits from takes longer than the rest of the way.
 *
 * @param target the method of the class
 * @param guard what is demanded
 */
record GuardedMethod(Target target, Guard guard) {

    /** With the class itself, so that nothing keeps the classes of an application that was stopped. */
    private static final ClassValue<Map<Method, GuardedMethod>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Method, GuardedMethod> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    static GuardedMethod of(Class<?> type, Method method) {
        Map<Method, GuardedMethod> methods = KNOWN.get(type);
        GuardedMethod known = methods.get(method);
        return known == null ? methods.computeIfAbsent(method, key -> find(type, key)) : known;
    }

    private static GuardedMethod find(Class<?> type, Method method) {
        Target target = Target.of(type, method);
        return new GuardedMethod(target, Guard.of(target.type(), method));
    }
}
