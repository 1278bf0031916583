package dev.durin.mail;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What mails and pages say: what the application's resource bundle {@code durin-texts} has, else what Durin's has.
 * Thread-safe.
 */
@Part
public class Texts {

    /** The name of the application's bundle. */
    static final String APPLICATION = "durin-texts";

    private static final String DURIN = "dev.durin.mail.texts";
    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale language;

    @Inject
    Texts(Settings settings) {
        this(settings.mail().language());
    }

    Texts(Locale language) {
        this.language = language;
    }

    /**
     * The language to speak in.
     *
     * @param wanted the languages that are understood, the best first
     * @return the first of them that there are texts in, else that of {@code durin.mail.language}
     */
    public Locale language(List<Locale> wanted) {
        return wanted.stream().filter(Texts::isSpoken).findFirst().orElse(language);
    }

    /**
     * A text.
     *
     * @param locale the language
     * @param key its key
     * @param arguments what goes in for {0}, {1} and so on
     * @return the text
     */
    public String text(Locale locale, String key, Object... arguments) {
        String pattern = pattern(APPLICATION, locale, key)
                .or(() -> pattern(DURIN, locale, key))
                .orElseThrow(() -> new IllegalArgumentException("there is no text with the key " + key));
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private static boolean isSpoken(Locale locale) {
        return bundle(APPLICATION, locale)
                        .filter(found -> speaks(found, locale))
                        .isPresent()
                || bundle(DURIN, locale).filter(found -> speaks(found, locale)).isPresent();
    }

    private static boolean speaks(ResourceBundle bundle, Locale locale) {
        return bundle.getLocale().getLanguage().equals(locale.getLanguage())
                // The bundle without a language is English.
                || (bundle.getLocale().equals(Locale.ROOT)
                        && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
    }

    private static Optional<String> pattern(String name, Locale locale, String key) {
        return bundle(name, locale).filter(found -> found.containsKey(key)).map(found -> found.getString(key));
    }

    private static Optional<ResourceBundle> bundle(String name, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, locale, Texts.class.getClassLoader(), EXACT));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
