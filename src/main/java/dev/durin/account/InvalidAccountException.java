package dev.durin.account;

import dev.durin.mail.Texts;
import jakarta.ejb.ApplicationException;
import java.util.Locale;

/** An account cannot be as it was asked for. The message says what would be right, and never holds a password. */
@ApplicationException(rollback = true)
public final class InvalidAccountException extends RuntimeException {

    private final String field;
    private final String message;
    private final String textKey;
    private final int number;

    /**
     * A fault of one field.
     *
     * @param field the field's name: {@code name}, {@code password}, {@code mail}, {@code groups} or {@code state}
     * @param message what is wrong and what would be right
     */
    public InvalidAccountException(String field, String message) {
        this(field, message, "", 0);
    }

    /** One that Durin can tell in other languages, too: by the key of a text, and the number that is in it. */
    InvalidAccountException(String field, String message, String textKey, int number) {
        super(message);
        this.field = field;
        this.message = message;
        this.textKey = textKey;
        this.number = number;
    }

    /**
     * The field that is wrong.
     *
     * @return its name
     */
    public String field() {
        return field;
    }

    /** The message in a language, if it is one of Durin's own that has a text. */
    String told(Texts texts, Locale locale) {
        return textKey.isEmpty() ? message : texts.text(locale, textKey, number);
    }

    @Override
    public String getMessage() {
        return message;
    }
}
