package dev.durin.endpoint;

import dev.durin.config.Part;
import dev.durin.mail.PlainLocale;
import dev.durin.mail.Texts;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/**
 * Which language to answer in. Anybody may ask for any number of languages that nobody speaks, and texts are looked for in
 * each; so only the first few count, and of each no more than a language, and a script or a country that there are. Thread-safe.
 */
@Part
class Languages {

    private static final int MOST = 5;

    private final Texts texts;

    @Inject
    Languages(Texts texts) {
        this.texts = texts;
    }

    /** That of a request. */
    Locale of(HttpHeaders headers) {
        return texts.language(accepted(headers));
    }

    private static List<Locale> accepted(HttpHeaders headers) {
        try {
            return known(headers.getAcceptableLanguages());
        } catch (RuntimeException e) {
            // Some servers object to a header that is none. Nobody is refused for that.
            return List.of();
        }
    }

    /** The wanted ones that there are, at most so many, without what else a tag may say. */
    static List<Locale> known(List<Locale> wanted) {
        return wanted.stream()
                .limit(MOST)
                .flatMap(locale -> PlainLocale.of(locale).stream())
                .distinct()
                .toList();
    }
}
