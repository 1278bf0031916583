package dev.durin.account;

import jakarta.ejb.ApplicationException;

/** An account cannot be as it was asked for. The message says what would be right, and never holds a password. */
@ApplicationException(rollback = true)
public final class InvalidAccountException extends RuntimeException {

    private final String field;
    private final String message;

    /**
     * A fault of one field.
     *
     * @param field the field's name: {@code name}, {@code password}, {@code mail}, {@code groups} or {@code state}
     * @param message what is wrong and what would be right
     */
    public InvalidAccountException(String field, String message) {
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
