package dev.durin.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({
        "1/s, 1, PT1S",
        "2/sec, 2, PT1S",
        "3/second, 3, PT1S",
        "4/m, 4, PT1M",
        "5/min, 5, PT1M",
        "6/minute, 6, PT1M",
        "7/h, 7, PT1H",
        "8/hour, 8, PT1H",
        "9/d, 9, PT24H",
        "10/day, 10, PT24H",
        "100/H, 100, PT1H",
        "100/Min, 100, PT1M",
        "' 100/h ', 100, PT1H",
        "007/s, 7, PT1S",
        "999999999/d, 999999999, PT24H",
    })
    void parseWhenRateThenRequestsAndPeriod(String text, int requests, Duration period) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(requests, period));
    }

    // B8.76: a wrong rate is refused where it is written, not at some request.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "100",
                "/h",
                "100/",
                "100/x",
                "100/hours",
                "100/mo",
                "100/ms",
                "100 / h",
                "100/h/d",
                "h/100",
                "-1/m",
                "+1/m",
                "1.5/s",
                "1e3/h",
                "1,000/h",
                "1000000000/h",
                "99999999999999999999/h",
                "100\\h",
                "100/h\0",
                "\u0661\u0660/h"
            })
    void parseWhenNoRateThenRefusedWithTextAndExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.parse(text))
                .withMessageContaining("100/h")
                .withMessageEndingWith("not \"" + text + "\"");
    }

    // B8.76
    @ParameterizedTest
    @ValueSource(strings = {"0/m", "0/d", "000/s"})
    void parseWhenNothingWouldPassThenRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.parse(text))
                .withMessageContaining("lets 1 to 999999999 requests pass");
    }

    @Test
    void newWhenPeriodNotLongerThanZeroThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ofSeconds(-1)));
    }

    @Test
    void newWhenNoRequestsThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, Duration.ofSeconds(1)));
    }

    /** The text is how a rate is kept in the table. */
    @ParameterizedTest
    @CsvSource({"1/s, 1/s", "20/min, 20/m", "300/hour, 300/h", "4000/DAY, 4000/d", "999999999/d, 999999999/d"})
    void toStringWhenParsedThenShortFormThatParsesAgain(String text, String written) {
        Rate rate = Rate.parse(text);

        assertThat(rate).hasToString(written);
        assertThat(Rate.parse(rate.toString())).isEqualTo(rate);
    }

    /** In Turkish the small letter of I is another one than elsewhere. */
    @Test
    void parseWhenServerSpeaksTurkishThenTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Rate.parse("5/MIN")).isEqualTo(new Rate(5, Duration.ofMinutes(1)));
        } finally {
            Locale.setDefault(before);
        }
    }
}
