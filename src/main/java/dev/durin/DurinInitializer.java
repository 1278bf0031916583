package dev.durin;

import dev.durin.access.AllowClients;
import dev.durin.access.Authenticated;
import dev.durin.access.DisallowClients;
import dev.durin.access.GuardedTypes;
import dev.durin.access.RateLimited;
import dev.durin.console.ConsoleServlet;
import dev.durin.endpoint.EndpointErrorFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the container meets the JAR: declares the roles and has {@link DurinLifecycle} called. */
@HandlesTypes({
    Application.class,
    Path.class,
    RolesAllowed.class,
    AllowClients.class,
    DisallowClients.class,
    Authenticated.class,
    RateLimited.class
})
public class DurinInitializer implements ServletContainerInitializer {

    /** What it leaves behind in an application's context. */
    static final String CALLED = DurinInitializer.class.getName();

    /** For the container. */
    public DurinInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> found, ServletContext context) {
        Set<Class<?>> types = found == null
                ? Set.of()
                : found.stream().filter(GuardedTypes::isLoadable).collect(Collectors.toUnmodifiableSet());
        String[] roles = GuardedTypes.roles(types).stream()
                .filter(role -> !role.equals("**"))
                .toArray(String[]::new);
        if (roles.length > 0) {
            context.declareRoles(roles);
        }
        context.setAttribute(CALLED, true);
        context.addListener(new DurinLifecycle(types, applications(types)));
        // A request that was put off, or goes to a page for an error, may come without what a filter has wrapped it in.
        EnumSet<DispatcherType> all = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        addFilter(context, "durin-request", new RequestFilter(), all, false);
        EnumSet<DispatcherType> first = EnumSet.of(DispatcherType.REQUEST);
        addFilter(context, "durin-endpoint-errors", new EndpointErrorFilter(types), first, true);
        ConsoleServlet.register(context, types);
    }

    private static Set<String> applications(Set<Class<?>> types) {
        return types.stream()
                .filter(Application.class::isAssignableFrom)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void addFilter(
            ServletContext context, String name, Filter filter, EnumSet<DispatcherType> types, boolean last) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(types, last, "/*");
    }
}
