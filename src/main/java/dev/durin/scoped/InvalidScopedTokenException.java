package dev.durin.scoped;

/** A scoped token cannot be made as it was asked for. */
public final class InvalidScopedTokenException extends IllegalArgumentException {

    private final String field;

    InvalidScopedTokenException(String field, String message) {
        super(message);
        this.field = field;
    }

    /**
     * What of the request is at fault.
     *
     * @return the field, as {@code POST auth/scoped} names it: {@code scope} or {@code expires_in}; or {@code caller}, which is
     *     no field there
     */
    public String field() {
        return field;
    }
}
