package dev.durin.access;

import dev.durin.config.Beans;
import dev.durin.config.Entry;
import dev.durin.config.Settings;
import dev.durin.config.Startup;
import dev.durin.throttle.Limit;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Puts the guards before each JAX-RS resource method. Public for the container alone.
 *
 * <p>A provider by annotation and by {@code META-INF/services}: neither an application that lists its own classes nor one
 * without an {@code Application} class loses it. On some servers interceptors do not fire on resources; then this is the
 * only guard.
 */
@Provider
public class AccessFeature implements DynamicFeature {

    /** For the container. */
    public AccessFeature() {}

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = EffectiveAnnotations.written(resource.getResourceClass());
        Method method = resource.getResourceMethod();
        Beans.current().select(Startup.class).get().requireDone();
        Beans.current().select(RegisteredResources.class).get().add(type);
        registerTokenFilter(type.isAnnotationPresent(IgnoresToken.class), context);
        registerRateFilter(type, method, context);
        Guard guard = Guard.of(type, method);
        Optional<RolesGuard> rolesGuard = RolesGuard.of(type, method);
        boolean open = !guard.isDemanding() && rolesGuard.isEmpty();
        context.register(
                new ScopeFilter(type, method, open && type.isAnnotationPresent(IgnoresToken.class)),
                Priorities.AUTHENTICATION + 10);
        if (guard.isDemanding()) {
            context.register(new ClientFilter(Target.of(type, method), guard), Priorities.AUTHORIZATION - 10);
        }
        rolesGuard.ifPresent(roles -> context.register(new RolesFilter(roles), Priorities.AUTHORIZATION - 10));
    }

    private static void registerTokenFilter(boolean ignoresToken, FeatureContext context) {
        Entry entry = Beans.current().select(Settings.class).get().entry();
        if (entry == Entry.FILTER) {
            context.register(new TokenFilter(true, ignoresToken), Priorities.AUTHENTICATION - 10);
        } else if (!ignoresToken) {
            context.register(new TokenFilter(false, false), Priorities.AUTHENTICATION);
        }
    }

    /** What gives tokens out has a rate of its own. */
    private static void registerRateFilter(Class<?> type, Method method, FeatureContext context) {
        boolean ignoresToken = type.isAnnotationPresent(IgnoresToken.class);
        List<Limit> limits = ResourceLimit.of(type, method);
        Beans.current().select(LimitedTypes.class).get().requireCounted(type, method);
        if (!ignoresToken || !limits.isEmpty()) {
            context.register(new RateFilter(limits, ignoresToken), Priorities.AUTHORIZATION + 100);
            context.register(new AnswerFilter());
        }
    }
}
