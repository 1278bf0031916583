package dev.durin.client;

import jakarta.ejb.ApplicationException;

/** A client cannot be as it was asked for. The message says what would be right. */
@ApplicationException(rollback = true)
public final class InvalidClientException extends RuntimeException {

    private final String field;
    private final String message;

    /**
     * A fault of one field.
     *
     * @param field the field's name, such as {@code name}
     * @param message what is wrong and what would be right
     */
    public InvalidClientException(String field, String message) {
        super(message);
        this.field = field;
        this.message = message;
    }

    /**
     * The field that is wrong.
     *
     * @return its name
     */
    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
