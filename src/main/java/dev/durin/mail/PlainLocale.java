package dev.durin.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of a language tag texts can be in. A tag of a request may be anything, of any length; texts are looked for in each, and
 * what was not found is remembered.
 */
public final class PlainLocale {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Those that one language is written in several of. Few, for each is one more for every language. */
    private static final Set<String> SCRIPTS = Set.of("Arab", "Cyrl", "Hans", "Hant", "Latn");

    private PlainLocale() {}

    /**
     * The language, and its script or else the country.
     *
     * @param locale what was asked for
     * @return the locale without anything else, or empty when there is no such language
     */
    public static Optional<Locale> of(Locale locale) {
        if (!LANGUAGES.contains(locale.getLanguage())) {
            return Optional.empty();
        }
        Locale.Builder plain = new Locale.Builder().setLanguage(locale.getLanguage());
        if (SCRIPTS.contains(locale.getScript())) {
            plain.setScript(locale.getScript());
        } else if (COUNTRIES.contains(locale.getCountry())) {
            plain.setRegion(locale.getCountry());
        }
        return Optional.of(plain.build());
    }
}
