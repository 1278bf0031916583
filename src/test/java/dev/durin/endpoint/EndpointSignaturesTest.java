package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications extend endpoints in packages of their own, and the container makes proxies of them there. */
class EndpointSignaturesTest {

    static Stream<Class<?>> endpoints() {
        return Endpoints.classes().stream()
                .filter(Endpoint.class::isAssignableFrom)
                .flatMap(type -> Stream.<Class<?>>iterate(type, Endpoint.class::isAssignableFrom, Class::getSuperclass))
                .distinct();
    }

    /** Such a proxy looks up each method with the types of its parameters, and fails where it may not see one. */
    @ParameterizedTest
    @MethodSource("endpoints")
    void methodsWhenNotPrivateThenTheirParametersArePublic(Class<?> endpoint) {
        Stream<Method> methods = Arrays.stream(endpoint.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic());

        assertThat(methods.flatMap(method -> Arrays.stream(method.getParameterTypes())))
                .allMatch(type -> type.isPrimitive() || Modifier.isPublic(type.getModifiers()));
    }
}
