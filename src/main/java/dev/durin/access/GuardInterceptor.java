package dev.durin.access;

import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the interceptors of the three annotations do. */
abstract class GuardInterceptor {

    private final Map<Target, Guard> guards = new ConcurrentHashMap<>();

    @Inject
    AccessDecision decision;

    GuardInterceptor() {}

    Object guard(InvocationContext context) throws Exception {
        Target target = Target.of(context.getTarget().getClass(), context.getMethod());
        Guard guard = guards.computeIfAbsent(target, key -> Guard.of(key.type(), context.getMethod()));
        if (!guard.isDemanding()) {
            // Bound by a way that the rules do not know, such as another binding that carries ours.
            throw new IllegalStateException("Durin guards " + context.getMethod()
                    + " but finds no @AllowClients, @DisallowClients or @Authenticated on it, on its class or on what"
                    + " they inherit from. Put the annotation there.");
        }
        decision.requireOnce(target, guard);
        return context.proceed();
    }
}
