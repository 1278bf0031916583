package dev.durin.access;

import dev.durin.rate.Rate;
import dev.durin.throttle.Limit;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@link RateLimited} says of a resource method. */
final class ResourceLimit {

    /** As much of a name as fits; what tells two apart stands at its end. */
    private static final int LONGEST_NAME = 280;

    private ResourceLimit() {}

    /**
     * The limits of a resource method.
     *
     * @param type the class of the resource
     * @param method the method
     * @return the limit, or an empty list when there is none
     * @throws UnenforceableAnnotationException when its rate is none
     */
    static List<Limit> of(Class<?> type, Method method) {
        EffectiveAnnotations annotations = new EffectiveAnnotations(type, method);
        return annotations.find(RateLimited.class).stream()
                .map(limited -> new Limit(
                        name(EffectiveAnnotations.written(type), method, annotations.isOnMethod(RateLimited.class)),
                        rate(limited, type, method)))
                .toList();
    }

    private static Rate rate(RateLimited limited, Class<?> type, Method method) {
        try {
            return Rate.parse(limited.value());
        } catch (IllegalArgumentException e) {
            throw new UnenforceableAnnotationException("@RateLimited(\"" + limited.value() + "\") for " + type.getName()
                    + "." + method.getName() + ": " + e.getMessage());
        }
    }

    private static String name(Class<?> type, Method method, boolean ofMethod) {
        if (!ofMethod) {
            return cut(type.getName());
        }
        return cut(type.getName() + "#" + method.getName() + "("
                + Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(","))
                + ")");
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : Integer.toHexString(name.hashCode()) + name.substring(name.length() - LONGEST_NAME);
    }
}
