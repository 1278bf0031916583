package dev.durin.access;

import java.util.ArrayList;
import java.util.List;

/** A class with all that it inherits from, the most specific first: superclasses, then interfaces before their own. */
final class TypeHierarchy {

    private TypeHierarchy() {}

    static List<Class<?>> of(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        List<Class<?>> interfaces = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            classes.add(at);
            addInterfaces(at, interfaces);
        }
        classes.addAll(interfaces);
        return List.copyOf(classes);
    }

    private static void addInterfaces(Class<?> type, List<Class<?>> known) {
        for (Class<?> contract : type.getInterfaces()) {
            if (!known.contains(contract)) {
                known.add(positionBeforeSupertypes(contract, known), contract);
            }
            addInterfaces(contract, known);
        }
    }

    private static int positionBeforeSupertypes(Class<?> contract, List<Class<?>> known) {
        int position = 0;
        while (position < known.size() && !known.get(position).isAssignableFrom(contract)) {
            position++;
        }
        return position;
    }
}
