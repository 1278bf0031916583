package dev.durin.access;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds the interceptors where CDI alone would not: CDI inherits bindings neither from interfaces nor from the methods
 * that a bean overrides. And refuses annotations on methods that no interceptor reaches.
 */
public class AccessExtension implements Extension {

    private static final List<Class<? extends Annotation>> ANNOTATIONS = GuardedTypes.ANNOTATIONS;

    private final List<String> faults = new ArrayList<>();

    <T> void bind(@Observes ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (type.isInterface() || !GuardedTypes.carriesAnnotation(type)) {
            return;
        }
        findUnreachable(type);
        for (AnnotatedMethodConfigurator<? super T> method :
                event.configureAnnotatedType().methods()) {
            bindInherited(type, method);
        }
    }

    void report(@Observes AfterDeploymentValidation event) {
        faults.forEach(fault -> event.addDeploymentProblem(new UnenforceableAnnotationException(fault)));
    }

    private static <T> void bindInherited(Class<T> type, AnnotatedMethodConfigurator<? super T> configurator) {
        AnnotatedMethod<?> method = configurator.getAnnotated();
        if (isUnreachable(method.getJavaMember())) {
            return;
        }
        EffectiveAnnotations effective = new EffectiveAnnotations(type, method.getJavaMember());
        for (Class<? extends Annotation> annotation : ANNOTATIONS) {
            if (!method.isAnnotationPresent(annotation) && !type.isAnnotationPresent(annotation)) {
                effective.find(annotation).ifPresent(configurator::add);
            }
        }
    }

    private void findUnreachable(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            for (Class<? extends Annotation> annotation : ANNOTATIONS) {
                if (method.isAnnotationPresent(annotation) && isUnreachable(method)) {
                    faults.add("@" + annotation.getSimpleName() + " on " + method.toGenericString()
                            + " would have no effect: no interceptor reaches a private or static method. Make it an"
                            + " instance method that is not private, or move the annotation to the method that calls"
                            + " it.");
                }
            }
        }
    }

    private static boolean isUnreachable(Method method) {
        return Modifier.isStatic(method.getModifiers()) || Modifier.isPrivate(method.getModifiers());
    }
}
