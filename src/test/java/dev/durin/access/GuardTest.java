package dev.durin.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    @Test
    void ofWhenNoAnnotationThenNothingDemanded() {
        Guard guard = Guard.of(Open.class, Methods.named(Open.class, "open"));

        assertThat(guard.isDemanding()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authenticated",
                "allowed",
                "allowedNone",
                "disallowed",
                "disallowedNone",
                "both",
                "plain",
                "onlyDisallowed",
                "onlyAuthenticated",
                "onlyAllowed"
            })
    void ofWhenAnyAnnotationThenDemanding(String method) {
        assertThat(guard(method).isDemanding()).isTrue();
    }

    // B2.13
    @ParameterizedTest
    @CsvSource({
        "allowed, web, true",
        "allowed, mobile, true",
        "allowed, cli, false",
        "allowed, Web, false",
        "allowed, ' web', false",
        "allowed, we, false",
        "allowed, 'web,mobile', false",
        "allowed, '', false",
    })
    void admitsWhenAllowedThenOnlyNamedOnes(String method, String client, boolean admitted) {
        assertThat(guard(method).admits(client)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "disallowed, cli, false",
        "disallowed, web, true",
        "disallowed, CLI, true",
        "disallowedNone, cli, true",
        "authenticated, cli, true",
        "allowedNone, web, false",
        "allowedNone, '', false",
    })
    void admitsWhenDisallowedOrEmptyOrAnyThenAsSaid(String method, String client, boolean admitted) {
        assertThat(guard(method).admits(client)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"web, true", "cli, false", "mobile, false"})
    void admitsWhenBothOnOneMethodThenBothMustAdmit(String client, boolean admitted) {
        assertThat(guard("both").admits(client)).isEqualTo(admitted);
    }

    /** The class allows web and cli. */
    @ParameterizedTest
    @CsvSource({
        "plain, web, true",
        "plain, cli, true",
        "plain, mobile, false",
        "onlyDisallowed, web, true",
        "onlyDisallowed, cli, false",
        "onlyDisallowed, mobile, false",
        "onlyAuthenticated, web, true",
        "onlyAuthenticated, mobile, false",
        "onlyAllowed, mobile, true",
        "onlyAllowed, web, false",
    })
    void admitsWhenClassSaysMoreThenOtherAnnotationsOfItHold(String method, String client, boolean admitted) {
        Guard guard = Guard.of(UnderClass.class, Methods.named(UnderClass.class, method));

        assertThat(guard.admits(client)).isEqualTo(admitted);
    }

    private static Guard guard(String method) {
        Class<?> type = method.equals("plain") || method.startsWith("only") ? UnderClass.class : Guarded.class;
        return Guard.of(type, Methods.named(type, method));
    }

    static class Open {
        public void open() {}
    }

    static class Guarded {
        @Authenticated
        public void authenticated() {}

        @AllowClients({"web", "mobile", "web"})
        public void allowed() {}

        @AllowClients({})
        public void allowedNone() {}

        @DisallowClients({"cli", "cli"})
        public void disallowed() {}

        @DisallowClients({})
        public void disallowedNone() {}

        @AllowClients({"web", "cli"})
        @DisallowClients("cli")
        public void both() {}
    }

    @AllowClients({"web", "cli"})
    static class UnderClass {
        public void plain() {}

        @DisallowClients("cli")
        public void onlyDisallowed() {}

        @Authenticated
        public void onlyAuthenticated() {}

        @AllowClients("mobile")
        public void onlyAllowed() {}
    }
}
