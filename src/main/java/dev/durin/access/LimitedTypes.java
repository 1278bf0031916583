package dev.durin.access;

import dev.durin.config.Beans;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees to it at start-up that what {@link RateLimited} stands on is counted. */
@Part
public class LimitedTypes {

    private final boolean knowsAddresses;

    @Inject
    LimitedTypes(Settings settings) {
        this.knowsAddresses = settings.trustedProxies().known();
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
            boolean limited = methods(type).stream()
                    .anyMatch(method -> !ResourceLimit.of(type, method).isEmpty());
            if (limited && GuardedTypes.isConcrete(type)) {
                requireResource(type, types);
                methods(type).forEach(method -> requireCounted(type, method));
            } else if (limited) {
                requireNoOtherBeans(type);
            }
        }
    }

    /** Or what a resource extends. */
    private static void requireResource(Class<?> type, Collection<Class<?>> types) {
        if (types.stream().noneMatch(other -> type.isAssignableFrom(other) && GuardedTypes.isResource(other))) {
            throw uncounted(type, "the class is no JAX-RS resource with a @Path. Move it to one.");
        }
        if (methods(type).stream().noneMatch(method -> GuardedTypes.isResourceMethod(type, method))) {
            throw uncounted(
                    type,
                    "the class has no resource method. A sub-resource is not counted by the way that leads there.");
        }
    }

    /** Nothing counts the calls of a bean. */
    private static void requireNoOtherBeans(Class<?> type) {
        Beans.manager().getBeans(type, Any.Literal.INSTANCE).stream()
                .filter(bean -> !GuardedTypes.isResource(bean.getBeanClass()))
                .findFirst()
                .ifPresent(bean -> {
                    throw uncounted(
                            type,
                            bean.getBeanClass().getName()
                                    + " is a bean of this type, and no JAX-RS resource with a @Path.");
                });
    }

    private static Set<Method> methods(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes sure that the annotation of a method holds, if it has one.
     *
     * @param type the class of the resource
     * @param method the method
     * @throws UnenforceableAnnotationException when it is no rate, or nothing would be counted
     */
    void requireCounted(Class<?> type, Method method) {
        if (ResourceLimit.of(type, method).isEmpty()) {
            return;
        }
        if (GuardedTypes.isResourceMethod(type, method)) {
            requireKnownCaller(type, method);
        } else if (new EffectiveAnnotations(type, method).isOnMethod(RateLimited.class)) {
            throw uncounted(
                    type,
                    method,
                    "JAX-RS does not call it as a resource method; what only finds a sub-resource is none either. Put it"
                            + " on a resource method of a class with a @Path.");
        }
    }

    /** A role says nothing: a caller who came by another way than a token may have it. */
    private void requireKnownCaller(Class<?> type, Method method) {
        boolean demandsToken = !type.isAnnotationPresent(IgnoresToken.class)
                && Guard.of(type, method).isDemanding();
        if (!knowsAddresses && !demandsToken) {
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

    private static UnenforceableAnnotationException uncounted(Class<?> type, String why) {
        return new UnenforceableAnnotationException(
                "@RateLimited for " + type.getName() + " would not be counted: " + why);
    }
}
