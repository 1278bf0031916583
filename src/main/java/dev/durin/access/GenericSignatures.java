package dev.durin.access;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares methods across a hierarchy whose types may be generic: {@code put(String)} of a class is {@code put(T)} of the
 * {@code Store<T>} that it implements as {@code Store<String>}.
 */
final class GenericSignatures {

    private final Map<TypeVariable<?>, Type> bindings = new HashMap<>();

    GenericSignatures(List<Class<?>> types) {
        for (Class<?> type : types) {
            bind(type.getGenericSuperclass());
            Arrays.stream(type.getGenericInterfaces()).forEach(this::bind);
        }
    }

    /** Whether two methods have one name and, in this hierarchy, the same parameters. */
    boolean areSame(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getParameterCount() == other.getParameterCount()
                && Arrays.equals(parameters(one), parameters(other));
    }

    private void bind(Type type) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw) {
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int at = 0; at < variables.length; at++) {
                bindings.putIfAbsent(variables[at], parameterized.getActualTypeArguments()[at]);
            }
        }
    }

    private Class<?>[] parameters(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(this::erased)
                .toArray(Class<?>[]::new);
    }

    private Class<?> erased(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType parameterized) {
            return erased(parameterized.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            Type bound = bindings.get(variable);
            return erased(bound == null ? variable.getBounds()[0] : bound);
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(erased(array.getGenericComponentType()), 0).getClass();
        }
        return type instanceof WildcardType wildcard ? erased(wildcard.getUpperBounds()[0]) : Object.class;
    }
}
