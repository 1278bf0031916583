package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.Problem;
import dev.durin.authentication.RequestCheck;
import dev.durin.config.Part;
import jakarta.inject.Inject;

/** Holds what a request says of its sender against what a method demands. */
@Part
class AccessDecision {

    private final RequestCheck check;
    private final Judged judged;

    @Inject
    AccessDecision(RequestCheck check, Judged judged) {
        this.check = check;
        this.judged = judged;
    }

    /**
     * Judges a call, unless it was judged in this request already.
     *
     * @throws AccessRefusedException when it is not admitted
     */
    void requireOnce(Target target, Guard guard) {
        if (!judged.includes(target)) {
            require(guard, check.current());
        }
    }

    /**
     * Judges a call and remembers it.
     *
     * @throws AccessRefusedException when it is not admitted
     */
    void requireAndMark(Target target, Guard guard, Authentication authentication) {
        require(guard, authentication);
        judged.mark(target);
    }

    /** Lets a call pass that is not to be judged. */
    void pass(Target target) {
        judged.mark(target);
    }

    private static void require(Guard guard, Authentication authentication) {
        if (authentication instanceof Authentication.Known known) {
            if (!guard.admits(known.client())) {
                throw new AccessRefusedException(Problem.forbidden(), authentication);
            }
            return;
        }
        throw refused(authentication);
    }

    /** The refusal of a request that has no good token. */
    static AccessRefusedException refused(Authentication authentication) {
        if (authentication instanceof Authentication.Unavailable) {
            return new AccessRefusedException(Problem.unavailable(), authentication);
        }
        if (authentication instanceof Authentication.Throttled throttled) {
            return new AccessRefusedException(throttled.problem(), authentication);
        }
        if (authentication instanceof Authentication.OutOfScope outOfScope) {
            return new AccessRefusedException(outOfScope.problem(), authentication);
        }
        if (authentication instanceof Authentication.Refused refused) {
            return new AccessRefusedException(Problem.unauthorized(refused.detail()), authentication);
        }
        return new AccessRefusedException(Problem.noCredentials(), authentication);
    }
}
