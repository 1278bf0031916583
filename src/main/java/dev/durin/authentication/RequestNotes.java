package dev.durin.authentication;

import dev.durin.config.Part;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** What is known of the request that is being handled, kept with the request itself. Thread-safe. */
@Part
public class RequestNotes {

    private final CurrentRequest request;

    @Inject
    RequestNotes(CurrentRequest request) {
        this.request = request;
    }

    /**
     * Reads a note.
     *
     * @param type its type, of which there is one for each request
     * @param <T> its type
     * @return the note; empty when nobody has written it, and outside of any request
     */
    public <T> Optional<T> read(Class<T> type) {
        try {
            Object note = request.get().getAttribute(type.getName());
            return type.isInstance(note) ? Optional.of(type.cast(note)) : Optional.empty();
        } catch (ContextNotActiveException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a note in place of the one before. Only while a request is being handled.
     *
     * @param type its type
     * @param note the note
     * @param <T> its type
     */
    public <T> void write(Class<T> type, T note) {
        request.get().setAttribute(type.getName(), note);
    }
}
