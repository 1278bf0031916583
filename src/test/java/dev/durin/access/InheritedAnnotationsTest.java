package dev.durin.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InheritedAnnotationsTest {
    interface Generic<T> {
        @AllowClients("web")
        void put(T value);
    }

    static class Middle implements Generic<String> {
        @Override
        public void put(String value) {}
    }

    static class Leaf extends Middle {}

    abstract static class GenericClass<T> {
        @AllowClients("web")
        public void put(T value) {}
    }

    static class MiddleClass extends GenericClass<String> {
        @Override
        public void put(String value) {}
    }

    static class LeafClass extends MiddleClass {}

    static class LeafOverride extends MiddleClass {
        @Override
        public void put(String value) {}
    }

    @Test
    void findWhenAnotherClassImplementsTheGenericInterfaceThenStillFound() {
        assertThat(found(Leaf.class, Methods.named(Leaf.class, "put"))).contains("web");
    }

    @Test
    void findWhenAnotherClassExtendsTheGenericClassThenStillFound() {
        assertThat(found(LeafClass.class, Methods.named(LeafClass.class, "put")))
                .contains("web");
    }

    @Test
    void findWhenOverriddenTwiceUnderAGenericClassThenStillFound() {
        assertThat(found(LeafOverride.class, Methods.named(LeafOverride.class, "put")))
                .contains("web");
    }

    @RolesAllowed("admin")
    interface Crud<T> {
        @PermitAll
        void put(T value);
    }

    static class Overloading implements Crud<String> {
        @Override
        public void put(String value) {}

        public void put(Integer value) {}
    }

    @Test
    void findFirstWhenAnOverloadIsPermittedThenTheOtherIsNot() throws Exception {
        assertThat(RolesGuard.of(Overloading.class, Overloading.class.getMethod("put", Integer.class)))
                .isPresent();
    }

    @AllowClients("web")
    static class Spot_Welder {
        public void weld() {}
    }

    @Test
    void findWhenTheNameLooksLikeAProxysThenFound() {
        assertThat(found(Spot_Welder.class, Methods.named(Spot_Welder.class, "weld")))
                .contains("web");
    }

    @AllowClients("web")
    static class Price$$ {
        public void weld() {}
    }

    @Test
    void findWhenTheNameHasDollarsThenFound() {
        assertThat(found(Price$$.class, Methods.named(Price$$.class, "weld"))).contains("web");
    }

    interface Parent {
        @AllowClients({"web", "cli"})
        void go();
    }

    interface Child extends Parent {
        @AllowClients("web")
        @Override
        void go();
    }

    static class ParentFirst implements Parent, Child {
        @Override
        public void go() {}
    }

    @Test
    void findWhenTheWiderInterfaceIsNamedFirstThenTheNarrowerWins() {
        assertThat(Guard.of(ParentFirst.class, Methods.named(ParentFirst.class, "go"))
                        .admits("cli"))
                .isFalse();
    }

    static class WithPrivate {
        @PermitAll
        private void go() {}

        void call() {
            go();
        }
    }

    @DenyAll
    interface Denied {
        void go();
    }

    static class NotOverriding extends WithPrivate implements Denied {
        @Override
        public void go() {}
    }

    @Test
    void findFirstWhenASuperclassHasAPrivateMethodOfTheNameThenIgnored() {
        assertThat(RolesGuard.of(NotOverriding.class, Methods.named(NotOverriding.class, "go")))
                .isPresent();
    }

    static class Two {
        @PermitAll
        @RolesAllowed("admin")
        public void go() {}

        @PermitAll
        @DenyAll
        public void no() {}
    }

    @Test
    void findFirstWhenPermittedAndLimitedAtOnceThenLimited() {
        assertThat(RolesGuard.of(Two.class, Methods.named(Two.class, "go"))).isPresent();
    }

    @Test
    void findFirstWhenPermittedAndDeniedAtOnceThenDenied() {
        assertThat(RolesGuard.of(Two.class, Methods.named(Two.class, "no"))).isPresent();
    }

    static class Base {
        @RolesAllowed("admin")
        public void purge() {}
    }

    @PermitAll
    static class Sub extends Base {}

    @Test
    void findFirstWhenASubclassIsPermittedThenInheritedMethodsAreNot() {
        assertThat(RolesGuard.of(Sub.class, Methods.named(Sub.class, "purge"))).isPresent();
    }

    private static Optional<String> found(Class<?> type, Method method) {
        return new EffectiveAnnotations(type, method).find(AllowClients.class).map(found -> found.value()[0]);
    }
}
