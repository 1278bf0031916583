package dev.durin.store;

import java.util.List;

/** The entities of one feature. Each feature that has some declares a bean of this type. */
@FunctionalInterface
public interface EntityClasses {

    /**
     * The entity classes.
     *
     * @return the classes, in any order
     */
    List<Class<?>> entityClasses();
}
