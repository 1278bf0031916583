package dev.durin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.TestSettings;
import dev.durin.token.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private static Operators of(Map<String, String> settings) {
        return new Operators(TestSettings.of(settings));
    }

    @Test
    void includeWhenNobodyIsNamedThenNobody() {
        Operators operators = of(Map.of("durin.admin.enabled", "true"));

        assertThat(operators.include(TestTokens.verified("root", "web", "operators", "")))
                .isFalse();
    }

    @Test
    void includeWhenInTheGroupOrNamedThenYes() {
        Operators operators = of(Map.of("durin.admin.group", "operators", "durin.admin.callers", "root"));

        assertThat(operators.include(TestTokens.verified("bob", "web", "user", "operators")))
                .isTrue();
        assertThat(operators.include(TestTokens.verified("root", "web"))).isTrue();
        assertThat(operators.include(TestTokens.verified("operators", "web", "root")))
                .isFalse();
        assertThat(operators.include(TestTokens.verified("ROOT", "web", "Operators")))
                .isFalse();
    }

    @Test
    void includeWhenTheClientIsNotAdmittedThenNo() {
        Map<String, String> some = Map.of("durin.admin.callers", "root", "durin.admin.clients", "console, api");

        assertThat(of(some).include(TestTokens.verified("root", "web"))).isFalse();
        assertThat(of(some).include(TestTokens.verified("root", "console"))).isTrue();
    }

    @Test
    void includeWhenApiAccessThenNoAlsoWhereItsClientIsNamed() {
        Operators operators = of(Map.of(
                "durin.admin.callers", "root",
                "durin.admin.clients", "api",
                "durin.api-access.client-name", "api",
                "durin.api-access.manage-sessions", "true"));

        assertThat(operators.include(TestTokens.verified("root", "api"))).isFalse();
    }
}
