package dev.durin.access;

import dev.durin.authentication.RequestNotes;
import dev.durin.config.Part;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * What was judged in the current request already, so that the interceptor of a resource method does not judge it a second
 * time, and lets a preflight pass that the JAX-RS filter has let pass. A mark is good for that one method alone.
 */
@Part
class Judged {

    private final RequestNotes notes;

    @Inject
    Judged(RequestNotes notes) {
        this.notes = notes;
    }

    void mark(Target target) {
        notes.write(Mark.class, new Mark(target, notes.read(Mark.class).orElse(null)));
    }

    /** Asked from anywhere; outside of any request nothing was judged. */
    boolean includes(Target target) {
        for (Mark mark = notes.read(Mark.class).orElse(null); mark != null; mark = mark.earlier) {
            if (mark.target.equals(target)) {
                return true;
            }
        }
        return false;
    }

    /** There is hardly ever more than one. */
    private record Mark(Target target, @Nullable Mark earlier) {}
}
