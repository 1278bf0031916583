package dev.durin.authentication;

import dev.durin.config.Beans;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes problems where there is no JAX-RS. */
public final class ProblemWriter {

    private ProblemWriter() {}

    /**
     * Answers with a problem, unless an answer is on its way already: some servers ask a mechanism a second time about the
     * same request. Closed, because some replace a body that is not written out, or complain that they cannot.
     *
     * @param problem what is wrong
     * @param authentication what the request said of its sender, for the challenge
     * @param response where to
     */
    public static void write(Problem problem, Authentication authentication, HttpServletResponse response) {
        if (response.isCommitted()) {
            return;
        }
        if (problem.status() == 401 || problem.status() == 403) {
            Challenge challenge = Beans.current().select(Challenge.class).get();
            response.setHeader("WWW-Authenticate", challenge.headerValue(problem.status(), authentication));
        }
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Authorization");
        problem.headers().forEach(response::setHeader);
        byte[] body = problem.body();
        response.setContentLength(body.length);
        try (OutputStream stream = response.getOutputStream()) {
            stream.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
