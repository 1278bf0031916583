package dev.durin.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Guards methods under {@link AllowClients}, before other interceptors such as that of a transaction. */
@AllowClients({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
class AllowClientsInterceptor extends GuardInterceptor {

    /** Without parameters: what one server makes of an interceptor of an enterprise bean can call no other. */
    AllowClientsInterceptor() {}

    @AroundInvoke
    @Override
    Object guard(InvocationContext context) throws Exception {
        return super.guard(context);
    }
}
