package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.usage.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormatTest {

    private static final TokenKey KEY = TestTokens.key(0);
    private static final TokenKey OTHER_KEY = TestTokens.key(100);

    /** Computed without Durin: HKDF and HMAC of Python's {@code hmac} over the bytes 0 to 31 and the selector. */
    private static final String KNOWN =
            "000102030405060708090a0b0c0d0e0f3c3a8e17697f5ca8b0483d45f9e0cc9243f79c15b7906677339616f260c5a81f";

    private final TokenFormat format = new TokenFormat("", 64);
    private final TokenFormat prefixed = new TokenFormat("acme_", 64);

    // B1.3 and B1.8: there is nothing in a token but a selector and a code over it, the same in every release.
    @ParameterizedTest
    @ValueSource(ints = {64, 66, 80, 96})
    void writeWhenKeyAndSelectorKnownThenTextKnown(int length) {
        TokenText text = new TokenFormat("", length).write(TestTokens.SELECTOR, KEY);

        assertThat(text.reveal()).isEqualTo(KNOWN.substring(0, length));
    }

    @Test
    void writeWhenPrefixedThenPrefixComesOnTop() {
        TokenText text = prefixed.write(TestTokens.SELECTOR, KEY);

        assertThat(text.reveal()).isEqualTo("acme_" + KNOWN.substring(0, 64));
    }

    @Test
    void writeWhenOtherKeyThenOtherText() {
        String text = format.write(TestTokens.SELECTOR, OTHER_KEY).reveal();

        assertThat(text).startsWith(TestTokens.SELECTOR).isNotEqualTo(KNOWN.substring(0, 64));
    }

    // B1.5: the characters that RFC 6750 allows in a header.
    @Test
    void writeWhenPrefixHasEveryKindOfCharacterThenB64token() {
        String text = new TokenFormat("Acme_9.~-", 96)
                .write(format.newSelector(), KEY)
                .reveal();

        assertThat(text).matches("[A-Za-z0-9._~+/-]+=*");
    }

    @ParameterizedTest
    @CsvSource({"'', 64", "'', 66", "'', 96", "acme_, 64", "acme_, 96", "a, 64"})
    void checkWhenWrittenThenSelectorAndKey(String prefix, int length) {
        TokenFormat any = new TokenFormat(prefix, length);
        String selector = any.newSelector();

        String text = any.write(selector, KEY).reveal();

        assertThat(text).hasSize(prefix.length() + length);
        assertThat(any.check(text, List.of(KEY))).contains(new TokenFormat.Checked(Selector.in(selector, 0), KEY.id()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void checkWhenOneDigitChangedThenEmptyAtEveryPosition(int prefixLength) {
        TokenFormat any = prefixLength == 0 ? format : prefixed;
        String text = any.write(any.newSelector(), KEY).reveal();

        Stream<String> accepted = IntStream.range(0, text.length())
                .boxed()
                .flatMap(at -> variants(text, at))
                .filter(changed -> any.check(changed, List.of(KEY)).isPresent());

        assertThat(accepted).isEmpty();
    }

    /** The text with each other character that a token could have at this place. */
    private static Stream<String> variants(String text, int at) {
        return "0123456789abcdefABCDEF_ \0g"
                .chars()
                .filter(character -> character != text.charAt(at))
                .mapToObj(character -> text.substring(0, at) + (char) character + text.substring(at + 1));
    }

    // B1.9: answered without an exception; none of them reaches the database.
    @ParameterizedTest
    @MethodSource("otherSpellings")
    void checkWhenSpelledOtherwiseThenEmpty(String text) {
        assertThat(format.check(text, List.of(KEY))).isEmpty();
    }

    static Stream<String> otherSpellings() {
        String good = KNOWN.substring(0, 64);
        return Stream.of(
                "",
                " ",
                " ".repeat(64),
                "\0",
                "\0".repeat(64),
                good.toUpperCase(Locale.ROOT),
                " " + good,
                good + " ",
                good + "\n",
                "\t" + good.substring(1),
                good.substring(0, 32) + " " + good.substring(32),
                good.substring(0, 63),
                good.substring(0, 62),
                good.substring(0, 32),
                good + "0",
                KNOWN.substring(0, 66),
                KNOWN,
                good + "\0",
                good.substring(0, 63) + "\0",
                "\"" + good + "\"",
                "token=" + good,
                "acme_" + good,
                "0x" + good.substring(2),
                "-" + good.substring(1),
                good.replace('a', '\u0430'), // Cyrillic, looks the same
                good.replace('0', '\uff10'), // a digit of full width, which Character.digit would take
                good.replace('0', '\u0660'), // an Arabic digit, likewise
                good.substring(0, 62) + "\ud83d\ude00",
                good.repeat(1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other_", "Acme_", "ACME_", "acme-", "acme", "acme__", " acme_", "acme_acme_"})
    void checkWhenOtherPrefixThenEmpty(String prefix) {
        String digits = KNOWN.substring(0, 64);

        assertThat(prefixed.check("acme_" + digits, List.of(KEY))).isPresent();
        assertThat(prefixed.check(prefix + digits, List.of(KEY))).isEmpty();
    }

    @Test
    void checkWhenPrefixMadeOfDigitsThenNoOtherTextPasses() {
        TokenFormat digits = new TokenFormat("00", 64);

        assertThat(digits.check("00" + KNOWN.substring(0, 64), List.of(KEY))).isPresent();
        assertThat(digits.check(KNOWN.substring(0, 66), List.of(KEY))).isEmpty();
    }

    @Test
    void checkWhenTwoKeysThenEitherIsFoundWhateverTheOrder() {
        String ofFirst = format.write(TestTokens.SELECTOR, KEY).reveal();
        String ofSecond = format.write(TestTokens.SELECTOR, OTHER_KEY).reveal();

        for (List<TokenKey> keys : List.of(List.of(KEY, OTHER_KEY), List.of(OTHER_KEY, KEY))) {
            assertThat(format.check(ofFirst, keys))
                    .contains(new TokenFormat.Checked(Selector.in(TestTokens.SELECTOR, 0), KEY.id()));
            assertThat(format.check(ofSecond, keys))
                    .contains(new TokenFormat.Checked(Selector.in(TestTokens.SELECTOR, 0), OTHER_KEY.id()));
        }
    }

    // B1.5: no database is asked for a token that no key in use has made.
    @Test
    void checkWhenKeyIsGoneThenEmpty() {
        String text = format.write(TestTokens.SELECTOR, KEY).reveal();

        assertThat(format.check(text, List.of(OTHER_KEY))).isEmpty();
        assertThat(format.check(text, List.of())).isEmpty();
    }

    @Test
    void checkWhenMacOfAnotherSelectorThenEmpty() {
        String one = format.write("00".repeat(16), KEY).reveal();
        String other = format.write("11".repeat(16), KEY).reveal();

        String crossed = one.substring(0, 32) + other.substring(32);

        assertThat(format.check(crossed, List.of(KEY))).isEmpty();
    }

    @Test
    void newSelectorWhenCalledThenThirtyTwoLowerCaseDigits() {
        assertThat(Stream.generate(format::newSelector).limit(1_000)).allMatch(text -> text.matches("[0-9a-f]{32}"));
    }

    // B1.1: not even the first halves of two million selectors repeat, so no two tokens do.
    @Test
    void newSelectorWhenTwoMillionThenNoDuplicate() {
        int count = 2_000_000;

        long[] halves = Stream.generate(format::newSelector)
                .limit(count)
                .mapToLong(selector -> Long.parseUnsignedLong(selector.substring(0, 16), 16))
                .toArray();

        Arrays.sort(halves);
        assertThat(IntStream.range(1, count)).noneMatch(next -> halves[next] == halves[next - 1]);
    }

    // B1.1: every bit of a selector is random; one that never changed would show in a thousand.
    @Test
    void newSelectorWhenManyThenEveryBitIsOftenSetAndOftenNot() {
        int count = 1_000;
        int[] ones = new int[128];

        for (int round = 0; round < count; round++) {
            String selector = format.newSelector();
            for (int bit = 0; bit < ones.length; bit++) {
                ones[bit] += Character.digit(selector.charAt(bit / 4), 16) >> (bit % 4) & 1;
            }
        }

        assertThat(Arrays.stream(ones).boxed()).allMatch(times -> times > count / 4 && times < count * 3 / 4);
    }
}
