package dev.durin.access;

import java.lang.reflect.Method;

/**
 * A method of a class as it was written: what the annotations are effective for.
 *
 * @param type the class, without what a container has put on top of it
 * @param method the method's full signature
 */
record Target(Class<?> type, String method) {

    static Target of(Class<?> type, Method method) {
        return new Target(EffectiveAnnotations.written(type), method.toGenericString());
    }
}
