package dev.durin.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the classes of the application carry, seen at start-up. */
public final class GuardedTypes {

    /** The annotations that Durin must enforce wherever they stand. */
    static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(AllowClients.class, DisallowClients.class, Authenticated.class);

    private GuardedTypes() {}

    /**
     * The roles that JAX-RS resources name. One server knows only roles that somebody declared.
     *
     * @param types classes of the application
     * @return the names
     */
    public static Set<String> roles(Collection<Class<?>> types) {
        Set<String> roles = new TreeSet<>();
        for (Class<?> type : types) {
            addRoles(type, roles);
            Arrays.stream(type.getMethods()).forEach(method -> addRoles(method, roles));
        }
        return roles;
    }

    /**
     * Makes sure that something enforces each annotation.
     *
     * @param types the classes that carry one
     * @throws UnenforceableAnnotationException when a class is neither a JAX-RS resource nor a CDI bean
     */
    public static void requireEnforceable(Collection<Class<?>> types) {
        BeanManager beans = CDI.current().getBeanManager();
        for (Class<?> type : types) {
            if (isConcrete(type)
                    && carriesAnnotation(type)
                    && !isResource(type)
                    && beans.getBeans(type, Any.Literal.INSTANCE).isEmpty()) {
                throw new UnenforceableAnnotationException("An annotation of Durin's on " + type.getName()
                        + " would have no effect: the class is neither a JAX-RS resource nor a CDI bean. Give it a scope"
                        + " such as @ApplicationScoped, or move the annotation to a class that has one.");
            }
        }
    }

    /** Whether a class, one of its methods or something that it inherits from carries one of the annotations. */
    static boolean carriesAnnotation(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            if (declaresAnnotation(at) || Arrays.stream(at.getInterfaces()).anyMatch(GuardedTypes::carriesAnnotation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declaresAnnotation(Class<?> type) {
        return hasAnnotation(type) || Arrays.stream(type.getDeclaredMethods()).anyMatch(GuardedTypes::hasAnnotation);
    }

    private static boolean hasAnnotation(AnnotatedElement element) {
        return ANNOTATIONS.stream().anyMatch(element::isAnnotationPresent);
    }

    /** Whether instances of this class could be called. An interceptor only carries what it is bound to. */
    private static boolean isConcrete(Class<?> type) {
        return !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnnotationPresent(Interceptor.class);
    }

    private static boolean isResource(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(Path.class)
                    || Arrays.stream(at.getInterfaces()).anyMatch(GuardedTypes::isResource)) {
                return true;
            }
        }
        return false;
    }

    private static void addRoles(AnnotatedElement element, Set<String> roles) {
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            roles.addAll(Arrays.asList(allowed.value()));
        }
    }
}
