package dev.durin.endpoint;

import java.util.Set;

/** Durin's own endpoints, for an {@code Application} class that lists its classes. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * What such an application adds in {@code getClasses()}.
     *
     * @return the resource classes of all endpoints
     */
    public static Set<Class<?>> classes() {
        return Set.of(
                LoginResource.class,
                RefreshResource.class,
                LogoutResource.class,
                LogoutAllResource.class,
                SessionsResource.class,
                SessionResource.class,
                ApiAccessResource.class);
    }
}
