package dev.durin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.config.TestSettings;
import dev.durin.rate.Rate;
import dev.durin.throttle.Limit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedTypesTest {

    private static final LimitedTypes BEHIND_NOTHING = types("durin.trusted-proxies", "none");
    private static final LimitedTypes WHO_KNOWS_WHERE = types("durin.token.ttl", "1d");

    private static LimitedTypes types(String key, String value) {
        return new LimitedTypes(TestSettings.of(Map.of(key, value)));
    }

    @Path("good")
    @RateLimited("10/m")
    @Authenticated
    static class Good {

        @GET
        public String all() {
            return helped();
        }

        @POST
        @RateLimited("1/s")
        public String own() {
            return "";
        }

        private String helped() {
            return "";
        }
    }

    static class Below extends Good {

        @Override
        @RolesAllowed("admin")
        public String own() {
            return "";
        }
    }

    @Path("open")
    static class Open {

        @GET
        @RateLimited("10/m")
        public String all() {
            return "";
        }
    }

    @Path("roles")
    static class RolesOnly {

        @GET
        @RolesAllowed("admin")
        @RateLimited("10/m")
        public String all() {
            return "";
        }
    }

    @Path("ignoring")
    @IgnoresToken
    @Authenticated
    static class Ignoring {

        @GET
        @RateLimited("10/m")
        public String all() {
            return "";
        }
    }

    @Path("only-locators")
    @Authenticated
    @RateLimited("10/m")
    static class OnlyLocators {

        @Path("below")
        public Good below() {
            return new Good();
        }
    }

    @RateLimited("10/m")
    @Authenticated
    static class Base {

        @GET
        public String all() {
            return "";
        }
    }

    @Path("derived")
    static class Derived extends Base {}

    interface FindsByGet {

        @GET
        @Path("x")
        Object find();
    }

    @Path("overriding")
    @Authenticated
    static class OverridingLocator implements FindsByGet {

        @Override
        @Path("x")
        @RateLimited("10/m")
        public Object find() {
            return new Good();
        }
    }

    @Path("locator")
    @Authenticated
    static class Locator {

        @Path("below")
        @RateLimited("10/m")
        public Good below() {
            return new Good();
        }
    }

    @Path("not-called")
    @Authenticated
    static class NotCalled {

        @RateLimited("10/m")
        String notCalled() {
            return "";
        }
    }

    @RateLimited("10/m")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Meta {}

    @Path("no-rate")
    @Authenticated
    static class NoRate {

        @GET
        @RateLimited("0/m")
        public String all() {
            return "";
        }
    }

    @Test
    void requireCountedWhenEachRequestCanBeCountedThenGood() {
        assertThatCode(() ->
                        WHO_KNOWS_WHERE.requireCounted(List.of(Good.class, Below.class, Base.class, Derived.class)))
                .doesNotThrowAnyException();
        assertThatCode(() -> BEHIND_NOTHING.requireCounted(List.of(Open.class))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Open.class,
                RolesOnly.class,
                Ignoring.class,
                Locator.class,
                OnlyLocators.class,
                OverridingLocator.class,
                Base.class,
                NotCalled.class,
                Meta.class,
                NoRate.class
            })
    void requireCountedWhenNothingCountsThenRefused(Class<?> type) {
        assertThatExceptionOfType(UnenforceableAnnotationException.class)
                .isThrownBy(() -> WHO_KNOWS_WHERE.requireCounted(List.of(type)))
                .withMessageContaining("@RateLimited")
                .withMessageContaining(type.getName());
    }

    @Test
    void ofThenTheClassHasOneBudgetAndTheMethodItsOwn() throws NoSuchMethodException {
        assertThat(ResourceLimit.of(Good.class, Good.class.getMethod("all")))
                .containsExactly(new Limit(Good.class.getName(), Rate.parse("10/m")));
        assertThat(ResourceLimit.of(Below.class, Below.class.getMethod("all")))
                .containsExactly(new Limit(Below.class.getName(), Rate.parse("10/m")));
        assertThat(ResourceLimit.of(Good.class, Good.class.getMethod("own")))
                .containsExactly(new Limit(Good.class.getName() + "#own()", Rate.parse("1/s")));
        assertThat(ResourceLimit.of(Below.class, Below.class.getMethod("own")))
                .as("it says nothing itself, so what it overrides says it")
                .containsExactly(new Limit(Below.class.getName() + "#own()", Rate.parse("1/s")));
    }

    /** Jakarta REST, section 3.6: whoever says anything himself inherits nothing. */
    @Test
    void isLocatorWhenTheOverridingMethodHasAPathAndNoHttpMethodThenYes() throws NoSuchMethodException {
        assertThat(GuardedTypes.isLocator(OverridingLocator.class, OverridingLocator.class.getMethod("find")))
                .isTrue();
        assertThat(GuardedTypes.isResourceMethod(Below.class, Below.class.getMethod("own")))
                .isTrue();
    }
}
