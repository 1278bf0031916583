package dev.durin.token;

import dev.durin.config.TestSettings;
import dev.durin.usage.Selector;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Keys for tests of other packages. */
public final class TestKeys {

    private TestKeys() {}

    /** Of these secrets, each of 32 bytes that count on from the given one; the first signs. */
    @SuppressWarnings("NullAway") // nothing of what is missing is asked
    public static PurposeKeys of(int... firstBytes) {
        List<TokenKey> keys = IntStream.of(firstBytes).mapToObj(TestTokens::key).toList();
        return new PurposeKeys(new TokenKeys(TestSettings.of(Map.of()), null, null, null, () -> TestTokens.CREATED) {
            @Override
            List<TokenKey> all() {
                return keys;
            }
        });
    }

    /** What a token is found by. */
    public static Selector selector() {
        return Selector.in(TestTokens.SELECTOR, 0);
    }
}
