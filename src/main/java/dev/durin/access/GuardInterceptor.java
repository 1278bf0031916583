package dev.durin.access;

import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;

/** What the interceptors of the three annotations do. */
abstract class GuardInterceptor {

    @Inject
    AccessDecision decision;

    GuardInterceptor() {}

    Object guard(InvocationContext context) throws Exception {
        GuardedMethod method = GuardedMethod.of(context.getTarget().getClass(), context.getMethod());
        if (!method.guard().isDemanding()) {
            // Bound by a way that the rules do not know, such as another binding that carries ours.
            throw new IllegalStateException("Durin guards " + context.getMethod()
                    + " but finds no @AllowClients, @DisallowClients or @Authenticated on it, on its class or on what"
                    + " they inherit from. Put the annotation there.");
        }
        decision.requireOnce(method.target(), method.guard());
        return context.proceed();
    }
}
