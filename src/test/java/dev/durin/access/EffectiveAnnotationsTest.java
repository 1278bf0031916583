package dev.durin.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of the clients tell where the annotation was found. */
class EffectiveAnnotationsTest {

    @ParameterizedTest
    @CsvSource({"marked, method", "plain, class"})
    void findWhenMethodAndClassThenMethodFirst(String method, String place) {
        assertThat(found(Marked.class, method)).contains(place);
    }

    @Test
    void findWhenNowhereThenEmpty() {
        assertThat(found(Bare.class, "plain")).isEmpty();
    }

    @Test
    void findWhenOtherAnnotationAskedThenNotThisOne() {
        EffectiveAnnotations annotations =
                new EffectiveAnnotations(Marked.class, Methods.named(Marked.class, "marked"));

        assertThat(annotations.find(DisallowClients.class)).isEmpty();
    }

    @Test
    void findWhenOverloadedThenEachItsOwn() throws NoSuchMethodException {
        assertThat(found(Overloaded.class, Overloaded.class.getMethod("put", String.class)))
                .contains("text");
        assertThat(found(Overloaded.class, Overloaded.class.getMethod("put", int.class)))
                .contains("number");
        assertThat(found(Overloaded.class, Overloaded.class.getMethod("put", String[].class)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "overridden, method",
        "marked, method",
        "plain, class",
        "own, class",
    })
    void findWhenSubclassSaysNothingThenSuperclass(String method, String place) {
        assertThat(found(QuietChild.class, method)).contains(place);
    }

    /** The class that was asked comes before all that it inherits, but for an annotation on the method itself. */
    @ParameterizedTest
    @CsvSource({
        "overridden, child",
        "marked, method",
        "plain, child",
        "own, child method",
    })
    void findWhenSubclassSaysSomethingThenSubclass(String method, String place) {
        assertThat(found(LoudChild.class, method)).contains(place);
    }

    @ParameterizedTest
    @CsvSource({
        "ofInterface, interface method",
        "ofParent, interface",
        "plain, interface",
        "byDefault, default method",
    })
    void findWhenInterfaceThenItsMethodThenItself(String method, String place) {
        assertThat(found(ByInterface.class, method)).contains(place);
    }

    @Test
    void findWhenInterfaceItselfAskedThenItsMethod() {
        assertThat(found(Contract.class, "ofInterface")).contains("interface method");
    }

    @Test
    void findWhenInterfaceOfInterfaceThenItsMethod() {
        assertThat(found(ByChildInterface.class, "ofParent")).contains("parent of interface method");
    }

    @Test
    void findWhenInterfaceOfSuperclassThenFound() {
        assertThat(found(ChildByInterface.class, "ofInterface")).contains("interface method");
    }

    @Test
    void findWhenSuperclassAndInterfaceThenSuperclass() {
        assertThat(found(OfBoth.class, "ofInterface")).contains("class");
    }

    @Test
    void findWhenInterfaceRefinesParentThenInterface() {
        assertThat(found(ByRefinement.class, "ofParent")).contains("refined");
    }

    // The names that Weld, OpenWebBeans and others give to the subclasses that they make.
    @ParameterizedTest
    @CsvSource({"overridden, method", "marked, method", "plain, class"})
    void findWhenContainerMadeSubclassThenWrittenClass(String method, String place) {
        assertThat(found(Marked$$Subclass.class, method)).contains(place);
        assertThat(found(Marked$Proxy$_$$_WeldSubclass.class, method)).contains(place);
        assertThat(found(Marked$$OwbInterceptProxy0.class, method)).contains(place);
    }

    @Test
    void findWhenContainerHandsOverWrittenMethodThenSame() {
        assertThat(found(Marked$$Subclass.class, Methods.named(Marked.class, "overridden")))
                .contains("method");
    }

    @Test
    void writtenWhenContainerPutSeveralOnTopThenBelowAllOfThem() {
        assertThat(EffectiveAnnotations.written(Marked.class)).isEqualTo(Marked.class);
        assertThat(EffectiveAnnotations.written(LoudChild.class)).isEqualTo(LoudChild.class);
        assertThat(EffectiveAnnotations.written(Marked$$Subclass.class)).isEqualTo(Marked.class);
        assertThat(EffectiveAnnotations.written(Marked$$OwbInterceptProxy0.class))
                .isEqualTo(Marked.class);
    }

    @Test
    void writtenWhenNothingBelowThenItself() {
        assertThat(EffectiveAnnotations.written(Parent$$View.class)).isEqualTo(Parent$$View.class);
    }

    @ParameterizedTest
    @CsvSource({
        "permitted, PermitAll",
        "denied, DenyAll",
        "limited, RolesAllowed",
        "plain, RolesAllowed",
    })
    void findFirstWhenOnlyOneCanHoldThenMostSpecific(String method, String annotation) {
        assertThat(firstFound(Roles.class, method)).contains(annotation);
    }

    @ParameterizedTest
    @CsvSource({
        "permitted, DenyAll",
        "limited, RolesAllowed",
        "plain, PermitAll",
    })
    void findFirstWhenSubclassThenItsMethodThenItselfThenSuperclass(String method, String annotation) {
        assertThat(firstFound(RolesChild.class, method)).contains(annotation);
    }

    private static Optional<String> found(Class<?> type, String method) {
        return found(type, Methods.named(type, method));
    }

    private static Optional<String> found(Class<?> type, Method method) {
        return new EffectiveAnnotations(type, method).find(AllowClients.class).map(found -> found.value()[0]);
    }

    private static Optional<String> firstFound(Class<?> type, String method) {
        List<Class<? extends Annotation>> wanted = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);
        return new EffectiveAnnotations(type, Methods.named(type, method))
                .findFirst(wanted)
                .map(found -> found.annotationType().getSimpleName());
    }

    @AllowClients("class")
    static class Marked {
        @AllowClients("method")
        public void marked() {}

        @AllowClients("method")
        public void overridden() {}

        public void plain() {}
    }

    static class Bare {
        public void plain() {}
    }

    static class Overloaded {
        @AllowClients("text")
        public void put(String text) {}

        @AllowClients("number")
        public void put(int number) {}

        public void put(String... texts) {}
    }

    static class QuietChild extends Marked {
        @Override
        public void overridden() {}

        public void own() {}
    }

    @AllowClients("child")
    static class LoudChild extends Marked {
        @Override
        public void overridden() {}

        @AllowClients("child method")
        public void own() {}
    }

    interface Parent {
        @AllowClients("parent of interface method")
        void ofParent();
    }

    interface Parent$$View extends Parent {}

    interface ChildInterface extends Parent {}

    static class ByChildInterface implements ChildInterface {
        @Override
        public void ofParent() {}
    }

    @AllowClients("interface")
    interface Contract extends Parent {
        @AllowClients("interface method")
        void ofInterface();

        void plain();

        @AllowClients("default method")
        default void byDefault() {}
    }

    static class ByInterface implements Contract {
        @Override
        public void ofParent() {}

        @Override
        public void ofInterface() {}

        @Override
        public void plain() {}
    }

    static class ChildByInterface extends ByInterface {
        @Override
        public void ofInterface() {}
    }

    static class OfBoth extends Marked implements Contract {
        @Override
        public void ofParent() {}

        @Override
        public void ofInterface() {}
    }

    interface Refinement extends Parent {
        @AllowClients("refined")
        @Override
        void ofParent();
    }

    static class ByRefinement implements Refinement {
        @Override
        public void ofParent() {}
    }

    static class Marked$$Subclass extends Marked {
        @Override
        public void overridden() {}
    }

    static class Marked$Proxy$_$$_WeldSubclass extends Marked {
        @Override
        public void overridden() {}
    }

    static class Marked$$OwbInterceptProxy0 extends Marked$$Subclass {
        @Override
        public void overridden() {}
    }

    @RolesAllowed("class")
    static class Roles {
        @PermitAll
        public void permitted() {}

        @DenyAll
        public void denied() {}

        @RolesAllowed("method")
        public void limited() {}

        public void plain() {}
    }

    @DenyAll
    static class RolesChild extends Roles {
        @Override
        public void permitted() {}

        @PermitAll
        @Override
        public void plain() {}
    }
}
