package dev.durin.access;

import dev.durin.config.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds the interceptors where CDI alone would not: CDI inherits bindings neither from interfaces nor from the methods
 * that a bean overrides. And refuses annotations on methods that no interceptor reaches.
 */
public class AccessExtension implements Extension {

    private final List<UnenforceableAnnotationException> faults = new ArrayList<>();

    /** Whether a guarded class is not of the WAR that has Durin: no server calls Durin at the start of such a WAR. */
    private boolean sharesDurin;

    /** For the container. */
    public AccessExtension() {}

    <T> void bind(@Observes ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (type.isInterface() || !GuardedTypes.isLoadable(type) || !GuardedTypes.carriesAnnotation(type)) {
            return;
        }
        if (type.getClassLoader() != AccessExtension.class.getClassLoader()) {
            sharesDurin = true;
            return;
        }
        try {
            GuardedTypes.requireReachable(type);
        } catch (UnenforceableAnnotationException e) {
            faults.add(e);
        }
        for (AnnotatedMethodConfigurator<? super T> method :
                event.configureAnnotatedType().methods()) {
            bindInherited(type, method);
        }
    }

    void report(@Observes AfterDeploymentValidation event) {
        faults.forEach(event::addDeploymentProblem);
        if (sharesDurin) {
            event.addDeploymentProblem(Startup.leftOut());
        }
    }

    private static <T> void bindInherited(Class<T> type, AnnotatedMethodConfigurator<? super T> configurator) {
        AnnotatedMethod<?> method = configurator.getAnnotated();
        if (GuardedTypes.isUnreachable(method.getJavaMember())) {
            return;
        }
        EffectiveAnnotations effective = new EffectiveAnnotations(type, method.getJavaMember());
        for (Class<? extends Annotation> annotation : GuardedTypes.ANNOTATIONS) {
            if (!method.isAnnotationPresent(annotation) && !type.isAnnotationPresent(annotation)) {
                effective.find(annotation).ifPresent(configurator::add);
            }
        }
    }
}
