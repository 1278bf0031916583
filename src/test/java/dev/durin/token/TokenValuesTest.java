package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.store.FreeText;
import dev.durin.store.GroupText;
import dev.durin.usage.Selector;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenValuesTest {
    @Test
    void readWhenGroupIsNamedNothingThenItSurvives() {
        assertThat(GroupText.read(GroupText.write(Set.of("")))).isEqualTo(Set.of(""));
    }

    @Test
    void cutWhenOtherLineSeparatorsThenSpaces() {
        assertThat(FreeText.cut("a\u2028b\u2029c\u202ed", 10)).isEqualTo("a b c d");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void toStringThenNoSelector(Object holder) {
        assertThat(holder.toString()).doesNotContain(TestTokens.SELECTOR);
    }

    static Stream<Object> holders() {
        StoredToken s = TestTokens.stored("alice", "web");
        return Stream.of(
                s,
                TestTokens.verified(s, 0, "staff"),
                new FreshToken(
                        s.selector(), s.keyId(), TestTokens.CREATED, s.token().expiry()),
                new TokenFormat.Checked(Selector.in(s.selector(), 0), s.keyId()));
    }
}
