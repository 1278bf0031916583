package dev.durin.access;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Set;

/**
 * What was judged in this request already, so that the interceptor of a resource method does not judge it a second time,
 * and lets a preflight pass that the JAX-RS filter has let pass. A mark is good for that one method alone.
 */
@RequestScoped
class Judged {

    private final Set<Target> targets = new HashSet<>();

    void mark(Target target) {
        targets.add(target);
    }

    boolean isMarked(Target target) {
        return targets.contains(target);
    }

    /** Asked from anywhere; outside of any request nothing was judged. */
    static boolean includes(Judged judged, Target target) {
        try {
            return judged.isMarked(target);
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
