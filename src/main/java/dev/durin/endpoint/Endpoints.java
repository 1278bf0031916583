package dev.durin.endpoint;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Durin's own endpoints, for an {@code Application} class that lists its classes. */
public final class Endpoints {

    private static final Set<Class<?>> OF_CALLERS = Set.of(
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
            ScopedResource.class);

    private static final Set<Class<?>> OF_OPERATORS = Set.of(
            AdminOverviewResource.class,
            AdminClientsResource.class,
            AdminClientResource.class,
            AdminEventsResource.class,
            AdminFiguresResource.class,
            AdminTokensResource.class,
            AdminTokenResource.class,
            AdminTokenFindResource.class,
            AdminTokenRevokeResource.class,
            AdminAccountsResource.class,
            AdminAccountResource.class);

    private Endpoints() {}

    /**
     * What such an application adds in {@code getClasses()}.
     *
     * @return the resource classes of all endpoints, and what comes before them
     */
    public static Set<Class<?>> classes() {
        // Of several features of a JAR, some servers find but the first by themselves.
        return Stream.of(OF_CALLERS, OF_OPERATORS, Set.<Class<?>>of(EndpointFeature.class))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
