package dev.durin.scoped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.token.TestKeys;
import dev.durin.token.TestTokens;
import dev.durin.usage.Selector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopedFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Selector ID = new Selector(1, 2);

    private final ScopedFormat format = new ScopedFormat(TestKeys.of(0));

    private static Claims claims(Operation... operations) {
        return new Claims(
                "durin", "/shop", "alice", ID, NOW, NOW.plusSeconds(600), 3, "", "print shop", List.of(operations));
    }

    private static Claims claims() {
        return claims(
                new Operation.OnPath("GET", "/tést/\"x\"*"),
                new Operation.OnResource("com.example.Orders", "invoice", Map.of("id", "42", "a", "<é>")),
                new Operation.OnResource("com.example.Orders", "list", Map.of()));
    }

    @Test
    void writeThenReadTheSame() {
        String text = format.write(claims(), null);

        assertThat(text).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
        assertThat(format.read(text)).contains(new ScopedFormat.Read(claims(), null));
    }

    @Test
    void writeWithAParentThenFoundAgainAndHidden() {
        String text = format.write(claims(), TestKeys.selector());

        ScopedFormat.Read read = format.read(text).orElseThrow();

        assertThat(read.parentSelector()).isEqualTo(TestKeys.selector());
        assertThat(read.claims().parent()).hasSize(22).isNotEqualTo("AAECAwQFBgcICQoLDA0ODw");
    }

    /** Two of one parent do not show that they are. */
    @Test
    void writeWithAParentTwiceThenMaskedOtherwise() {
        Claims other = new Claims(
                "durin", "/shop", "alice", new Selector(1, 3), NOW, NOW.plusSeconds(600), 3, "", "", List.of());

        assertThat(format.read(format.write(other, TestKeys.selector()))
                        .orElseThrow()
                        .claims()
                        .parent())
                .isNotEqualTo(format.read(format.write(claims(), TestKeys.selector()))
                        .orElseThrow()
                        .claims()
                        .parent());
    }

    /** B9.86 */
    @Test
    void readWhenKeysAreRotatedThenTheOldOneStillVouchesUntilItIsGone() {
        String old = format.write(claims(), null);
        ScopedFormat both = new ScopedFormat(TestKeys.of(1, 0));
        ScopedFormat after = new ScopedFormat(TestKeys.of(1));

        assertThat(both.read(old)).isPresent();
        assertThat(after.read(old)).isEmpty();
        assertThat(both.write(claims(), null)).isNotEqualTo(old);
        assertThat(after.read(both.write(claims(), null))).isPresent();
    }

    @Test
    void readOfWhatIsNoneThenNothing() {
        for (String text :
                List.of("", ".", "..", "a.b.c", "x".repeat(10_000), TestTokens.text("0".repeat(32), new byte[32]))) {
            assertThat(format.read(text)).isEmpty();
        }
    }

    @Test
    void writeOfTooMuchThenRefused() {
        Operation much = new Operation.OnPath("GET", "/" + "x".repeat(3000));

        assertThatExceptionOfType(InvalidScopedTokenException.class)
                .isThrownBy(() -> format.write(claims(much), null))
                .satisfies(e -> assertThat(e.field()).isEqualTo("scope"));
    }
}
