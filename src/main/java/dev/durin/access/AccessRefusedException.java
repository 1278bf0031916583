package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.Problem;
import jakarta.ejb.ApplicationException;

/** A call was not admitted. Answered by Durin with 401, 403, 429 or 503 when it leaves a JAX-RS resource. */
@ApplicationException(rollback = true)
public final class AccessRefusedException extends RuntimeException {

    private final transient Problem problem;
    private final transient Authentication authentication;

    AccessRefusedException(Problem problem, Authentication authentication) {
        super(problem.detail());
        this.problem = problem;
        this.authentication = authentication;
    }

    /**
     * The status to answer.
     *
     * @return 401 without a good token, 403 with one that is not admitted, 429 after too many bad ones, 503 when it could not be checked
     */
    public int status() {
        return problem.status();
    }

    /**
     * The body to answer.
     *
     * @return what is wrong
     */
    public Problem problem() {
        return problem;
    }

    /**
     * What the request said of its sender.
     *
     * @return what Durin had found out
     */
    public Authentication authentication() {
        return authentication;
    }
}
