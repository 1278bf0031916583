package dev.durin.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which annotations hold for a method. What stands on the method itself comes first, wherever it was inherited from; then
 * what stands on the class, then on each class between it and the one that declares the method; then the same, method
 * before class, of each further supertype, the most specific first. A container's proxies and subclasses are looked
 * through.
 */
final class EffectiveAnnotations {

    private final List<Class<?>> types;
    private final int declaring;
    private final List<Optional<Method>> methods;

    EffectiveAnnotations(Class<?> type, Method method) {
        this.types = TypeHierarchy.of(written(type));
        GenericSignatures signatures = new GenericSignatures(types);
        this.methods = types.stream()
                .map(at -> declaredIn(at, unbridged(method), signatures))
                .toList();
        this.declaring = firstPresent(methods);
    }

    /** The effective annotation of a type. */
    <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return findFirst(List.of(annotation)).map(annotation::cast);
    }

    /** The method as each type declares it that does, the most specific one first. */
    List<Method> methods() {
        return methods.stream().flatMap(Optional::stream).toList();
    }

    /** Whether the effective annotation of a type stands on a method. */
    <A extends Annotation> boolean isOnMethod(Class<A> annotation) {
        return places().stream()
                .filter(place -> !first(place, List.of(annotation)).isEmpty())
                .findFirst()
                .map(Method.class::isInstance)
                .orElse(false);
    }

    /** The effective one of several annotations of which only one can hold; of two in one place, the one named earlier. */
    Optional<Annotation> findFirst(List<Class<? extends Annotation>> annotations) {
        return places().stream()
                .flatMap(place -> first(place, annotations).stream())
                .findFirst();
    }

    /** Where an annotation may stand, the most specific place first. */
    private List<AnnotatedElement> places() {
        List<AnnotatedElement> places = new ArrayList<>();
        methods.get(declaring).ifPresent(places::add);
        places.addAll(types.subList(0, declaring + 1));
        for (int at = declaring + 1; at < types.size(); at++) {
            methods.get(at).ifPresent(places::add);
            places.add(types.get(at));
        }
        return places;
    }

    /** The class as it was written, without what a container has put on top of it. */
    static Class<?> written(Class<?> type) {
        Class<?> written = type;
        while (isMadeByContainer(written)) {
            written = written.getSuperclass();
        }
        return written;
    }

    /** Whatever its name, a class that extends nothing, or that says something its superclass does not, was written. */
    private static boolean isMadeByContainer(Class<?> type) {
        return (type.isSynthetic() || type.getName().contains("$$"))
                && type.getSuperclass() != null
                && type.getSuperclass() != Object.class
                && !saysMoreThanItsSuperclass(type);
    }

    /** Containers copy the annotations of the methods that they override. */
    private static boolean saysMoreThanItsSuperclass(Class<?> type) {
        return !says(type.getDeclaredAnnotations(), List.of(type.getSuperclass().getAnnotations()))
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> !says(method.getDeclaredAnnotations(), inherited(type, method)));
    }

    private static boolean says(Annotation[] present, List<Annotation> known) {
        return Arrays.stream(present)
                .filter(annotation -> GuardedTypes.ALL_ANNOTATIONS.contains(annotation.annotationType()))
                .allMatch(known::contains);
    }

    private static List<Annotation> inherited(Class<?> type, Method method) {
        List<Class<?>> supertypes = TypeHierarchy.of(type.getSuperclass());
        return supertypes.stream()
                .flatMap(supertype -> Arrays.stream(supertype.getDeclaredMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .flatMap(other -> Arrays.stream(other.getDeclaredAnnotations()))
                .toList();
    }

    /** The method that a compiler's bridge calls. */
    private static Method unbridged(Method method) {
        if (!method.isBridge()) {
            return method;
        }
        return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(other -> !other.isBridge() && other.getName().equals(method.getName()))
                .filter(other -> areNarrower(other.getParameterTypes(), method.getParameterTypes()))
                .findFirst()
                .orElse(method);
    }

    private static boolean areNarrower(Class<?>[] parameters, Class<?>[] wider) {
        if (parameters.length != wider.length) {
            return false;
        }
        for (int at = 0; at < wider.length; at++) {
            if (!wider[at].isAssignableFrom(parameters[at])) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Method> declaredIn(Class<?> type, Method method, GenericSignatures signatures) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(other -> other.equals(method) || canBeOverridden(other))
                .filter(other -> signatures.areSame(other, method))
                .findFirst();
    }

    private static boolean canBeOverridden(Method method) {
        return !method.isBridge()
                && !Modifier.isPrivate(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers());
    }

    private static int firstPresent(List<Optional<Method>> methods) {
        for (int at = 0; at < methods.size(); at++) {
            if (methods.get(at).isPresent()) {
                return at;
            }
        }
        return 0;
    }

    private static Optional<Annotation> first(AnnotatedElement place, List<Class<? extends Annotation>> wanted) {
        return wanted.stream()
                .flatMap(type -> Arrays.stream(place.getDeclaredAnnotations())
                        .filter(annotation -> annotation.annotationType() == type))
                .findFirst();
    }
}
