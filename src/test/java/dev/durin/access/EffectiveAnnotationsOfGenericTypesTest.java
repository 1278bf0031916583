package dev.durin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The compiler hides a method such as {@code put(Object)} of a generic type behind a bridge. The names of the clients
 * tell where the annotation was found.
 */
class EffectiveAnnotationsOfGenericTypesTest {

    @Test
    void findWhenGenericInterfaceThenItsMethod() {
        assertThat(found(ByGenericInterface.class, "put")).contains("generic interface");
    }

    @Test
    void findWhenGenericInterfaceOnlyOnSubclassThenItsMethod() {
        assertThat(found(GenericOnSubclass.class, "put")).contains("generic interface");
    }

    @Test
    void findWhenGenericSuperclassThenItsMethod() {
        assertThat(found(ByGenericClass.class, "put")).contains("generic class");
    }

    @Test
    void findWhenBoundedTwiceGenericThenItsMethod() {
        assertThat(found(ByBoundedInterface.class, "put")).contains("bounded");
    }

    /** A bridge lends its annotation to the method that it leads to, not to what is only called alike. */
    @Test
    void findWhenOverloadHasOtherParametersThanBridgeThenEmpty() throws NoSuchMethodException {
        assertThat(found(BesideBridge.class, BesideBridge.class.getMethod("put", String.class, String.class)))
                .isEmpty();
        assertThat(found(BesideBridge.class, BesideBridge.class.getMethod("put", int.class)))
                .isEmpty();
    }

    @Test
    void findWhenOnlyAnotherOverloadIsAnnotatedThenEmpty() throws NoSuchMethodException {
        assertThat(found(BesideBridge.class, BesideBridge.class.getMethod("take", String.class)))
                .isEmpty();
    }

    @Test
    void findWhenReturnTypeNarrowedThenOverriddenMethod() {
        assertThat(found(Narrowing.class, "get")).contains("wide");
    }

    @Test
    void findWhenContainerMadeSubclassOfGenericThenItsMethod() {
        assertThat(found(ByGenericInterface$$Subclass.class, Methods.named(ByGenericInterface.class, "put")))
                .contains("generic interface");
    }

    private static Optional<String> found(Class<?> type, String method) {
        return found(type, Methods.named(type, method));
    }

    private static Optional<String> found(Class<?> type, Method method) {
        return new EffectiveAnnotations(type, method).find(AllowClients.class).map(found -> found.value()[0]);
    }

    interface Generic<T> {
        @AllowClients("generic interface")
        void put(T value);
    }

    static class ByGenericInterface implements Generic<String> {
        @Override
        public void put(String value) {}
    }

    static class NotGeneric {
        public void put(String value) {}
    }

    static class GenericOnSubclass extends NotGeneric implements Generic<String> {}

    abstract static class GenericClass<T> {
        @AllowClients("generic class")
        public abstract void put(T value);
    }

    static class ByGenericClass extends GenericClass<Integer> {
        @Override
        public void put(Integer value) {}
    }

    static class BesideBridge implements Generic<String> {
        @Override
        public void put(String value) {}

        public void put(int value) {}

        public void put(String key, String value) {}

        @AllowClients("other")
        public void take(Object value) {}

        public void take(String value) {}
    }

    interface Bounded<K, V extends Number> {
        @AllowClients("bounded")
        void put(K key, V value);
    }

    static class ByBoundedInterface implements Bounded<String, Integer> {
        @Override
        public void put(String key, Integer value) {}
    }

    static class Wide {
        @AllowClients("wide")
        public Number get() {
            return 1;
        }
    }

    static class Narrowing extends Wide {
        @Override
        public Integer get() {
            return 1;
        }
    }

    static class ByGenericInterface$$Subclass extends ByGenericInterface {
        @Override
        public void put(String value) {}
    }
}
