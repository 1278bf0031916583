package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.durin.rate.Rate;
import dev.durin.spi.Expiry;
import dev.durin.usage.LastUse;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifiedTokenTest {

    private static final CallerOrigin ORIGIN = new CallerOrigin("ldap", "cn=alice", "4711");
    private static final LastUse USED = new LastUse.At(TestTokens.CREATED, "192.0.2.2", "curl/9");

    private static Token token(Expiry expiry, String address, String userAgent, LastUse lastUse) {
        return new Token(42, "alice", "web", "laptop", TestTokens.CREATED, expiry, address, userAgent, lastUse);
    }

    private static VerifiedToken verified(Token token, @Nullable String rate) {
        StoredClient client = new StoredClient(TestTokens.CLIENT_ID, "web", true, rate);
        return TestTokens.verified(
                new StoredToken(token, client, TestTokens.SELECTOR, "key", Set.of("staff"), ORIGIN),
                0,
                "staff",
                "user");
    }

    static Expiry[] expiries() {
        return new Expiry[] {
            Expiry.NEVER, Expiry.at(TestTokens.CREATED.plusMillis(1)), Expiry.at(Instant.EPOCH.minusMillis(1))
        };
    }

    @ParameterizedTest
    @MethodSource("expiries")
    void tokenThenTheRowButForWhereTheLoginCameFromAndTheLastUse(Expiry expiry) {
        VerifiedToken verified = verified(token(expiry, "192.0.2.1", "curl/8", USED), null);

        assertThat(verified.token()).isEqualTo(token(expiry, "", "", LastUse.NEVER));
        assertThat(verified.hasExpired(TestTokens.CREATED.toEpochMilli()))
                .isEqualTo(expiry.hasPassed(TestTokens.CREATED));
        assertThat(verified.budget()).isEqualTo(TestTokens.CLIENT_ID + ":alice");
    }

    @Test
    void forClientThenWhatTheLoginSaid() {
        TokenRequest request = verified(TestTokens.token("alice", "web"), null).forClient("api");

        assertThat(request).isEqualTo(TokenRequest.of("alice", "api").loggedIn(Set.of("staff"), ORIGIN));
    }

    @Test
    void throttleRateThenTheClientsAndTheSameObjectForAll() {
        Rate rate = verified(TestTokens.token("alice", "web"), "100/h")
                .throttleRate()
                .orElseThrow();

        assertThat(rate).isEqualTo(Rate.parse("100/h"));
        assertThat(verified(TestTokens.token("bob", "web"), "100/h").throttleRate())
                .containsSame(rate);
    }

    @Test
    void newWhenSomebodyHasWrittenTheRateByHandThenRefused() {
        Token token = TestTokens.token("alice", "web");

        assertThatIllegalStateException().isThrownBy(() -> verified(token, "many"));
    }
}
