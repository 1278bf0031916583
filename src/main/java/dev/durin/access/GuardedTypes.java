package dev.durin.access;

import dev.durin.config.Beans;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the classes of the application carry, seen at start-up. */
public final class GuardedTypes {

    private static final Logger LOGGER = System.getLogger(GuardedTypes.class.getName());

    /** The annotations that Durin must enforce wherever they stand. */
    static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(AllowClients.class, DisallowClients.class, Authenticated.class);

    /** Those, and what Durin enforces on JAX-RS resources alone. */
    static final List<Class<? extends Annotation>> ALL_ANNOTATIONS = List.of(
            AllowClients.class,
            DisallowClients.class,
            Authenticated.class,
            RolesAllowed.class,
            PermitAll.class,
            DenyAll.class,
            RateLimited.class);

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
     * @throws UnenforceableAnnotationException when nothing would
     */
    public static void requireEnforceable(Collection<Class<?>> types) {
        for (Class<?> type : types) {
            if (type.isAnnotation() && hasAnnotation(type)) {
                throw new UnenforceableAnnotationException("An annotation of Durin's on the annotation "
                        + type.getName() + " would have no effect. Put it on the classes and methods themselves.");
            }
            if (isConcrete(type)) {
                requireEnforceable(type);
            } else if (declaresAnnotation(type)) {
                requireNoProducer(type);
            }
        }
    }

    private static void requireEnforceable(Class<?> type) {
        if (isResource(type)) {
            requireUnguardedLocators(type);
        }
        if (carriesAnnotation(type)) {
            requireReachable(type);
            requireBeanOrResource(type);
        }
    }

    /** What a producer method returns has no interceptors, whatever its interface says. */
    private static void requireNoProducer(Class<?> type) {
        Beans.manager().getBeans(type, Any.Literal.INSTANCE).stream()
                .filter(bean -> !type.isAssignableFrom(bean.getBeanClass()))
                .findFirst()
                .ifPresent(bean -> {
                    throw new UnenforceableAnnotationException("An annotation of Durin's on " + type.getName()
                            + " would have no effect on what "
                            + bean.getBeanClass().getName()
                            + " produces. Make the implementation a bean of its own instead of producing it.");
                });
    }

    /** JAX-RS runs no filter for the method that finds a sub-resource, so nothing would hold a caller's roles against it. */
    private static void requireUnguardedLocators(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (isLocator(type, method) && RolesGuard.of(type, method).isPresent()) {
                throw new UnenforceableAnnotationException("The roles that are demanded for "
                        + method.toGenericString() + " would not be looked at: it only finds a sub-resource. Put"
                        + " @PermitAll on it, and @RolesAllowed on the methods of the sub-resource.");
            }
        }
    }

    static boolean isLocator(Class<?> type, Method method) {
        return declarationForJaxRs(type, method)
                .filter(declared -> declared.isAnnotationPresent(Path.class) && !namesHttpMethod(declared))
                .isPresent();
    }

    /**
     * Refuses annotations on methods that no interceptor reaches.
     *
     * @param type a class of the application
     * @throws UnenforceableAnnotationException when there is one
     */
    static void requireReachable(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (hasAnnotation(method) && isUnreachable(method)) {
                throw new UnenforceableAnnotationException("An annotation of Durin's on " + method.toGenericString()
                        + " would have no effect: no interceptor reaches a private or static method. Make it an"
                        + " instance method that is not private, or move the annotation to the method that calls it.");
            }
        }
    }

    static boolean isUnreachable(Method method) {
        return Modifier.isStatic(method.getModifiers()) || Modifier.isPrivate(method.getModifiers());
    }

    private static void requireBeanOrResource(Class<?> type) {
        BeanManager beans = Beans.manager();
        // Not the beans that merely have this type: what a producer method returns has no interceptors.
        if (beans.getBeans(type, Any.Literal.INSTANCE).stream()
                .anyMatch(bean -> type.isAssignableFrom(bean.getBeanClass()))) {
            return;
        }
        if (!isResource(type)) {
            throw new UnenforceableAnnotationException("An annotation of Durin's on " + type.getName()
                    + " would have no effect: the class is neither a JAX-RS resource nor a CDI bean. Give it a scope"
                    + " such as @ApplicationScoped, or move the annotation to a class that has one.");
        }
        for (Method method : type.getMethods()) {
            boolean unseen = isLocator(type, method) || (hasAnnotation(method) && !isResourceMethod(type, method));
            if (unseen && Guard.of(type, method).isDemanding()) {
                throw new UnenforceableAnnotationException("An annotation of Durin's on " + method.toGenericString()
                        + " would have no effect: the class is no CDI bean, and JAX-RS does not call this method as a"
                        + " resource method. Give the class a scope such as @RequestScoped.");
            }
        }
    }

    /**
     * Whether a class can be looked at. One that needs an optional library which is not there cannot, and is of no use to
     * the application either.
     *
     * @param type a class of the application
     * @return false when something that its methods name is missing
     */
    public static boolean isLoadable(Class<?> type) {
        try {
            return type.getMethods().length + type.getDeclaredMethods().length >= 0;
        } catch (LinkageError e) {
            LOGGER.log(Level.DEBUG, "{0} is left out: {1}", type.getName(), e.getMessage());
            return false;
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

    /** Whether a class or one of its methods carries one of the annotations itself. */
    static boolean declaresAnnotation(Class<?> type) {
        return hasAnnotation(type) || Arrays.stream(type.getDeclaredMethods()).anyMatch(GuardedTypes::hasAnnotation);
    }

    private static boolean hasAnnotation(AnnotatedElement element) {
        return ANNOTATIONS.stream().anyMatch(annotation -> element.getDeclaredAnnotation(annotation) != null);
    }

    /** Whether instances of this class could be called. An interceptor only carries what it is bound to. */
    static boolean isConcrete(Class<?> type) {
        return !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnnotationPresent(Interceptor.class);
    }

    /** Whether JAX-RS calls a method by itself. */
    static boolean isResourceMethod(Class<?> type, Method method) {
        return declarationForJaxRs(type, method)
                .filter(GuardedTypes::namesHttpMethod)
                .isPresent();
    }

    /**
     * The method by whose annotations JAX-RS goes: its own if it has any of JAX-RS, else those of what it overrides
     * (Jakarta REST, section 3.6).
     */
    private static Optional<Method> declarationForJaxRs(Class<?> type, Method method) {
        return new EffectiveAnnotations(type, method)
                .methods().stream()
                        .filter(declared -> Stream.concat(
                                        Arrays.stream(declared.getDeclaredAnnotations()),
                                        Arrays.stream(declared.getParameterAnnotations())
                                                .flatMap(Arrays::stream))
                                .anyMatch(GuardedTypes::isOfJaxRs))
                        .findFirst();
    }

    private static boolean isOfJaxRs(Annotation annotation) {
        return annotation.annotationType().getPackageName().startsWith(Path.class.getPackageName())
                || annotation.annotationType().isAnnotationPresent(HttpMethod.class);
    }

    private static boolean namesHttpMethod(Method method) {
        return Arrays.stream(method.getDeclaredAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    static boolean isResource(Class<?> type) {
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
