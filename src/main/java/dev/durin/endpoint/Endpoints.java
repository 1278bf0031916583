package dev.durin.endpoint;

import java.util.Set;

/** Durin's own endpoints, for an {@code Application} class that lists its classes. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * What such an application adds in {@code getClasses()}.
     *
     * @return the resource classes of all endpoints, and what comes before them
     */
    public static Set<Class<?>> classes() {
        return Set.of(
                LoginResource.class,
                RefreshResource.class,
                LogoutResource.class,
                LogoutAllResource.class,
                LogoutOthersResource.class,
                SessionsResource.class,
                SessionResource.class,
                ApiAccessResource.class,
                AccountResource.class,
                AccountPasswordResource.class,
                AccountEmailResource.class,
                ForgottenPasswordResource.class,
                ResetPasswordResource.class,
                RegisterResource.class,
                ResendConfirmationResource.class,
                ConfirmResource.class,
                ScopedResource.class,
                AdminOverviewResource.class,
                AdminClientsResource.class,
                AdminClientResource.class,
                AdminEventsResource.class,
                AdminFiguresResource.class,
                // Of several features of a JAR, some servers find but the first by themselves.
                EndpointFeature.class);
    }
}
