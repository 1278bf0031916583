package dev.durin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.authentication.Authentication;
import dev.durin.token.TestTokens;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesGuardTest {

    private static final Authentication STAFF =
            new Authentication.Authenticated(TestTokens.verified("alice", "web", "staff"));
    private static final Authentication ANONYMOUS = new Authentication.Anonymous();
    private static final SecurityContext NOBODY = new Container(null, Set.of());

    @Test
    void ofWhenNoAnnotationThenEverybody() {
        assertThat(of(Open.class, "open")).isEmpty();
    }

    @Test
    void ofWhenRolesAllowedThenTheseRoles() {
        assertThat(of(Roles.class, "limited")).contains(new RolesGuard(Set.of("staff", "boss")));
        assertThat(of(Roles.class, "plain")).contains(new RolesGuard(Set.of("admin")));
    }

    @Test
    void ofWhenPermitAllOnMethodUnderRolesAllowedThenEverybody() {
        assertThat(of(Roles.class, "permitted")).isEmpty();
    }

    @Test
    void ofWhenDenyAllOrEmptyListThenNoRole() {
        assertThat(of(Roles.class, "denied")).contains(new RolesGuard(Set.of()));
        assertThat(of(Roles.class, "nobody")).contains(new RolesGuard(Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"plain, false", "limited, true", "denied, true"})
    void ofWhenPermitAllOnClassThenMethodsMayStillDemand(String method, boolean demanding) {
        assertThat(of(Permitted.class, method).isPresent()).isEqualTo(demanding);
    }

    @Test
    void ofWhenDenyAllOnClassThenMethodMayStillPermit() {
        assertThat(of(Denied.class, "permitted")).isEmpty();
        assertThat(of(Denied.class, "plain")).contains(new RolesGuard(Set.of()));
    }

    @Test
    void ofWhenRolesOnInterfaceThenTheyHold() {
        assertThat(of(ByInterface.class, "plain")).contains(new RolesGuard(Set.of("interface")));
        assertThat(of(ByInterface$$Subclass.class, "plain")).contains(new RolesGuard(Set.of("interface")));
    }

    @Test
    void ofWhenOverriddenWithoutAnnotationThenThatOfSuperclass() {
        assertThat(of(RolesChild.class, "limited")).contains(new RolesGuard(Set.of("staff", "boss")));
        assertThat(of(RolesChild.class, "denied")).contains(new RolesGuard(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limited", "anybody"})
    void requireWhenTokenWithRoleThenAdmitted(String method) {
        assertThatCode(() -> guard(method).require(STAFF, NOBODY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "denied", "nobody"})
    void requireWhenTokenWithoutRoleThenForbidden(String method) {
        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(() -> guard(method).require(STAFF, NOBODY))
                .returns(403, AccessRefusedException::status);
    }

    /** It is the groups that Durin has found out that count, whatever the container says of them. */
    @Test
    void requireWhenContainerKnowsMoreThanTokenThenForbidden() {
        Container container = new Container("alice", Set.of("admin"));

        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(() -> guard("plain").require(STAFF, container))
                .returns(403, AccessRefusedException::status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limited", "anybody", "denied"})
    void requireWhenNobodyThenUnauthorized(String method) {
        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(() -> guard(method).require(ANONYMOUS, NOBODY))
                .returns(401, AccessRefusedException::status);
    }

    // B2.12 and B3.29: a bad token is no way in beside another one, and an outage is no bad token.
    @Test
    void requireWhenTokenBadOrNotCheckedThenRefusedWhateverContainerSays() {
        Container container = new Container("alice", Set.of("admin"));

        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(
                        () -> guard("plain").require(new Authentication.Refused("Invalid token.", false), container))
                .withMessage("Invalid token.")
                .returns(401, AccessRefusedException::status);
        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(() -> guard("plain").require(new Authentication.Unavailable(), container))
                .returns(503, AccessRefusedException::status);
    }

    @Test
    void requireWhenCallerCameByAnotherWayThenContainerDecides() {
        assertThatCode(() -> guard("plain").require(ANONYMOUS, new Container("bob", Set.of("admin"))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AccessRefusedException.class)
                .isThrownBy(() -> guard("plain").require(ANONYMOUS, new Container("bob", Set.of("staff"))))
                .returns(403, AccessRefusedException::status);
    }

    private static RolesGuard guard(String method) {
        return of(Roles.class, method).orElseThrow();
    }

    private static Optional<RolesGuard> of(Class<?> type, String method) {
        return RolesGuard.of(type, Methods.named(type, method));
    }

    private record Container(@Nullable String caller, Set<String> roles) implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return caller == null ? null : this::toString;
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }

    static class Open {
        public void open() {}
    }

    @RolesAllowed("admin")
    static class Roles {
        public void plain() {}

        @RolesAllowed({"staff", "boss", "staff"})
        public void limited() {}

        @RolesAllowed("**")
        public void anybody() {}

        @RolesAllowed({})
        public void nobody() {}

        @PermitAll
        public void permitted() {}

        @DenyAll
        public void denied() {}
    }

    static class RolesChild extends Roles {
        @Override
        public void limited() {}

        @Override
        public void denied() {}
    }

    @PermitAll
    static class Permitted {
        public void plain() {}

        @RolesAllowed("staff")
        public void limited() {}

        @DenyAll
        public void denied() {}
    }

    @DenyAll
    static class Denied {
        public void plain() {}

        @PermitAll
        public void permitted() {}
    }

    @RolesAllowed("interface")
    interface Contract {
        void plain();
    }

    static class ByInterface implements Contract {
        @Override
        public void plain() {}
    }

    static class ByInterface$$Subclass extends ByInterface {
        @Override
        public void plain() {}
    }
}
