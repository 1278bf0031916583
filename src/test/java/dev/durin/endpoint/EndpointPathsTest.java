package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPathsTest {

    @ParameterizedTest
    @CsvSource({
        "auth/login, LoginResource",
        "auth/login/, LoginResource",
        "auth/refresh, RefreshResource",
        "auth/logout, LogoutResource",
        "auth/logoutall, LogoutAllResource",
        "auth/logoutothers, LogoutOthersResource",
        "auth/sessions, SessionsResource",
        "auth/sessions/, SessionsResource",
        "auth/sessions/7, SessionResource",
        "auth/sessions/{id}, SessionResource",
        "auth/sessions//7/, SessionResource",
        "auth/apiaccess, ApiAccessResource",
        "auth/register, RegisterResource",
        "auth/register/resend, ResendConfirmationResource",
        "auth/register/confirm/7f, ConfirmResource",
        "auth/register/confirm/7f/, ConfirmResource",
        "auth/admin, AdminOverviewResource",
        "auth/admin/clients, AdminClientsResource",
        "auth/admin/clients/7, AdminClientResource",
        "auth/admin/events, AdminEventsResource",
        "auth/admin/figures/, AdminFiguresResource",
        "auth/admin/tokens, AdminTokensResource",
        "auth/admin/tokens/7, AdminTokenResource",
        "auth/admin/tokens/find, AdminTokenFindResource",
        "auth/admin/tokens/revoke, AdminTokenRevokeResource",
        "auth/admin/accounts, AdminAccountsResource",
        "auth/admin/accounts/disable, AdminAccountResource",
    })
    void endpointWhenItsPathThenFound(String path, String type) {
        assertThat(new EndpointPaths(Set.of()).endpoint(path))
                .map(Class::getSimpleName)
                .contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "auth",
                "auth/",
                "auth/logins",
                "auth/login/x",
                "xauth/login",
                "AUTH/LOGIN",
                "auth/register/confirm",
                "auth/register/confirm/7f/x",
                "auth/sessions/7/x",
                "auth/admin/x",
                "auth/admin/clients/7/x",
                "auth/admin/tokens/7/x",
                "auth/admin/accounts/delete"
            })
    void endpointWhenAnyOtherPathThenNone(String path) {
        assertThat(new EndpointPaths(Set.of()).endpoint(path)).isEmpty();
    }

    /** JAX-RS prefers the path with the most literal characters; in doubt a request is the application's. */
    @Test
    void endpointWhenTheApplicationMightTakeItThenNone() {
        assertThat(endpoint("auth/login", SameLogin.class)).isEmpty();
        assertThat(endpoint("auth/sessions/export", Export.class)).isEmpty();
        assertThat(endpoint("auth/sessions/7", Export.class)).contains(SessionResource.class);
        assertThat(endpoint("auth/login", Export.class)).contains(LoginResource.class);
        assertThat(endpoint("auth/login", Everything.class)).contains(LoginResource.class);
        assertThat(endpoint("auth/login", AnyAction.class)).contains(LoginResource.class);
    }

    @Test
    void endpointWhenMountedThenFound() {
        assertThat(endpoint("v2/sign-in", Mounted.class)).contains(Mounted.class);
        assertThat(endpoint("v2/sign-in/x", Mounted.class)).isEmpty();
        assertThat(endpoint("v2/12/sessions/7", MountedSession.class)).contains(MountedSession.class);
        assertThat(endpoint("v2/123/sessions/7", MountedSession.class)).isEmpty();
        assertThat(endpoint("v2/12/sessions/7/8", MountedSession.class)).isEmpty();
    }

    private static java.util.Optional<Class<?>> endpoint(String path, Class<?> type) {
        return new EndpointPaths(List.of(type)).endpoint(path);
    }

    @Path("/auth/login")
    static class SameLogin {}

    @Path("auth/sessions/export")
    static class Export {}

    @Path("{path: .*}")
    static class Everything {}

    @Path("auth/{action}")
    static class AnyAction {}

    @Path("/v2/sign-in/")
    static class Mounted extends LoginEndpoint {}

    @Path("v2/{tenant: [0-9]{2}}/sessions/{id}")
    static class MountedSession extends SessionEndpoint {}
}
