package dev.durin.endpoint;

import dev.durin.authentication.Problem;

/** A request that an endpoint cannot carry out, with the answer to it. */
final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, "Bad request", detail));
    }

    static ProblemException notFound() {
        return new ProblemException(Problem.of(404, "Not found", "Not found."));
    }
}
