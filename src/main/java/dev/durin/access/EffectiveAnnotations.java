package dev.durin.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which annotations hold for a method: those of the method itself, else of its class, else the same of each superclass
 * and interface, from the most specific on. A container's proxies and subclasses are looked through.
 */
final class EffectiveAnnotations {

    private final List<Class<?>> types;
    private final List<List<Class<?>>> signatures;
    private final String name;

    EffectiveAnnotations(Class<?> type, Method method) {
        this.types = linearized(written(type));
        this.name = method.getName();
        this.signatures = signatures(written(type), method);
    }

    /** The effective annotation of a type. */
    <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return findFirst(List.of(annotation)).map(annotation::cast);
    }

    /** The most specific one of several annotations of which only one can hold. */
    Optional<Annotation> findFirst(List<Class<? extends Annotation>> annotations) {
        for (Class<?> type : types) {
            for (List<Class<?>> signature : signatures) {
                Optional<Annotation> onMethod =
                        declared(type, signature).flatMap(m -> first(m.getAnnotations(), annotations));
                if (onMethod.isPresent()) {
                    return onMethod;
                }
            }
            Optional<Annotation> onType = first(type.getDeclaredAnnotations(), annotations);
            if (onType.isPresent()) {
                return onType;
            }
        }
        return Optional.empty();
    }

    /** The class as it was written, without what a container has put on top of it. */
    static Class<?> written(Class<?> type) {
        Class<?> written = type;
        while (written.getSuperclass() != null && isMadeByContainer(written)) {
            written = written.getSuperclass();
        }
        return written;
    }

    private static boolean isMadeByContainer(Class<?> type) {
        return type.isSynthetic()
                || type.getName().contains("$$")
                || type.getName().contains("_Weld");
    }

    private Optional<Method> declared(Class<?> type, List<Class<?>> signature) {
        try {
            return Optional.of(type.getDeclaredMethod(name, signature.toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Optional<Annotation> first(Annotation[] present, List<Class<? extends Annotation>> wanted) {
        return Arrays.stream(present)
                .filter(annotation -> wanted.contains(annotation.annotationType()))
                .findFirst();
    }

    /** Superclasses before interfaces, each once. */
    private static List<Class<?>> linearized(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            all.add(at);
        }
        for (Class<?> at : List.copyOf(all)) {
            addInterfaces(at, all);
        }
        return List.copyOf(all);
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> contract : type.getInterfaces()) {
            all.add(contract);
            addInterfaces(contract, all);
        }
    }

    /** The method's own parameters, and those of the bridges that the compiler made for it under a generic supertype. */
    private static List<List<Class<?>>> signatures(Class<?> type, Method method) {
        List<List<Class<?>>> signatures = new ArrayList<>();
        signatures.add(List.of(method.getParameterTypes()));
        for (Method other : type.getDeclaredMethods()) {
            if (other.isBridge() && overrides(method, other)) {
                signatures.add(List.of(other.getParameterTypes()));
            }
        }
        return signatures;
    }

    private static boolean overrides(Method method, Method bridge) {
        if (!method.getName().equals(bridge.getName()) || method.getParameterCount() != bridge.getParameterCount()) {
            return false;
        }
        for (int at = 0; at < method.getParameterCount(); at++) {
            if (!bridge.getParameterTypes()[at].isAssignableFrom(method.getParameterTypes()[at])) {
                return false;
            }
        }
        return true;
    }
}
