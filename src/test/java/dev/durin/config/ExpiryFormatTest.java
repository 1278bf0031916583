package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.spi.Expiry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryFormatTest {

    private static final Expiry EXPIRY = Expiry.at(Instant.parse("2026-11-21T05:18:04.673Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso-8601                     | 2026-11-21T05:18:04.673Z",
                "HH:mm dd/MM/yy               | 05:18 21/11/26",
                "yyyy-MM-dd'T'HH:mm:ss.SSSXXX | 2026-11-21T05:18:04.673Z",
                "EEEE, d MMMM uuuu            | Saturday, 21 November 2026",
                "h:mm a                       | 5:18 AM",
                "VV                           | Z",
                "'''soon'''                   | soon",
            })
    void textWhenPatternGoodThenExpiryInUtc(String pattern, String text) {
        assertThat(read(pattern).text(EXPIRY)).isEqualTo(text);
    }

    @Test
    void textWhenNeverThenNull() {
        assertThat(read("iso-8601").text(Expiry.NEVER)).isNull();
        assertThat(read("HH:mm").text(Expiry.NEVER)).isNull();
    }

    // B4.31: neither the zone nor the language of the server matters.
    @Test
    void textWhenServerElsewhereThenTheSame() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        try {
            assertThat(read("EEE d MMM uuuu HH:mm").text(EXPIRY)).isEqualTo("Sat 21 Nov 2026 05:18");
            assertThat(read("iso-8601").text(EXPIRY)).isEqualTo("2026-11-21T05:18:04.673Z");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8601", "yyyy-MM-ddThh:mm", "HH:mm'", "HH:mm]", "{HH}", "#", "bbb", "HHH", "' '", "[]"})
    void readWhenPatternBadThenFault(String pattern) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(pattern))
                .withMessageContaining("\n  durin.expiry.format=" + pattern + ": ")
                .withMessageEndingWith("; such as durin.expiry.format=HH:mm dd/MM/yy");
    }

    private static ExpiryFormat read(String pattern) {
        return TestSettings.of(Map.of("durin.expiry.format", pattern)).login().expiryFormat();
    }
}
