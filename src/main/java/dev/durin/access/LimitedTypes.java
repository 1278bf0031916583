package dev.durin.access;

import dev.durin.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees to it at start-up that what {@link RateLimited} stands on is counted. */
@ApplicationScoped
public class LimitedTypes {

    private final boolean knowsAddresses;

    @Inject
    LimitedTypes(Settings settings) {
        this.knowsAddresses = settings.trustedProxies().known();
    }

    /** For the client proxy. */
    protected LimitedTypes() {
        this.knowsAddresses = false;
    }

    /**
     * Makes sure that each annotation holds.
     *
     * @param types the classes that may carry one
     * @throws UnenforceableAnnotationException when one is no rate, or nothing would be counted
     */
    public void requireCounted(Collection<Class<?>> types) {
        for (Class<?> type : types) {
            if (type.isAnnotation() && type.isAnnotationPresent(RateLimited.class)) {
                throw new UnenforceableAnnotationException("@RateLimited on the annotation " + type.getName()
                        + " would have no effect. Put it on the resources themselves.");
            }
            if (GuardedTypes.isConcrete(type)) {
                methods(type).forEach(method -> requireCounted(type, method));
            }
        }
    }

    private static Set<Method> methods(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void requireCounted(Class<?> type, Method method) {
        if (ResourceLimit.of(type, method).isEmpty()) {
            return;
        }
        boolean onMethod = new EffectiveAnnotations(type, method).isOnMethod(RateLimited.class);
        if (!GuardedTypes.isResource(type)) {
            throw uncounted(type, method, "the class is no JAX-RS resource with a @Path. Move it to one.");
        }
        if (GuardedTypes.isLocator(type, method)) {
            throw uncounted(
                    type,
                    method,
                    "the method only finds a sub-resource. Put it on resource methods of a class with a @Path.");
        }
        if (!GuardedTypes.isResourceMethod(type, method)) {
            if (onMethod) {
                throw uncounted(type, method, "JAX-RS does not call it as a resource method. Move it to one.");
            }
            return;
        }
        requireKnownCaller(type, method);
    }

    private void requireKnownCaller(Class<?> type, Method method) {
        boolean demandsCaller = Guard.of(type, method).isDemanding()
                || RolesGuard.of(type, method).isPresent();
        if (!knowsAddresses && !demandsCaller) {
            throw uncounted(
                    type,
                    method,
                    "requests without a token come here, too, and are counted by their address. Set"
                            + " durin.trusted-proxies to the addresses of the proxies before this server, or to none when"
                            + " there is none; or put @Authenticated on the resource.");
        }
    }

    private static UnenforceableAnnotationException uncounted(Class<?> type, Method method, String why) {
        return new UnenforceableAnnotationException(
                "@RateLimited for " + type.getName() + "." + method.getName() + " would not be counted: " + why);
    }
}
