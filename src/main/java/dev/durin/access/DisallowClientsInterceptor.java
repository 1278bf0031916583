package dev.durin.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Guards methods under {@link DisallowClients}, before other interceptors such as that of a transaction. */
@DisallowClients({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
class DisallowClientsInterceptor extends GuardInterceptor {

    /** Without parameters: what one server makes of an interceptor of an enterprise bean can call no other. */
    DisallowClientsInterceptor() {}

    @AroundInvoke
    @Override
    Object guard(InvocationContext context) throws Exception {
        return super.guard(context);
    }
}
