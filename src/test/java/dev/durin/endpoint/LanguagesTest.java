package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static List<Locale> known(String... tags) {
        return Languages.known(Stream.of(tags).map(Locale::forLanguageTag).toList());
    }

    @Test
    void knownWhenThereAreSuchLanguagesThenInTheirOrder() {
        assertThat(known("de-AT", "pt-BR", "en"))
                .extracting(Locale::toLanguageTag)
                .containsExactly("de-AT", "pt-BR", "en");
    }

    /** What is kept of each text's look-up must not grow with what strangers think of. */
    @Test
    void knownWhenNobodySpeaksThemThenLeftOut() {
        assertThat(known("de-DE-1996-x-aaaaaaaa", "de-Latn-ZZ", "zz", "tlh-XX"))
                .extracting(Locale::toLanguageTag)
                .containsExactly("de-DE", "de-Latn");
        assertThat(Languages.known(List.of(new Locale("*"), new Locale("")))).isEmpty();
    }

    /** Serbian in Latin letters is another text than Serbian; the country matters less. */
    @Test
    void knownWhenALanguageIsWrittenInSeveralWaysThenTheScriptIsKept() {
        assertThat(known("sr-Latn-RS", "zh-Hant-TW", "sr-Qaaa-RS"))
                .extracting(Locale::toLanguageTag)
                .containsExactly("sr-Latn", "zh-Hant", "sr-RS");
    }

    @Test
    void knownWhenThereAreManyThenTheFirstOnes() {
        List<Locale> many = IntStream.range(0, 1_000)
                .mapToObj(n -> Locale.forLanguageTag(Locale.getISOLanguages()[n % 100]))
                .toList();

        assertThat(Languages.known(many)).hasSize(5);
    }
}
