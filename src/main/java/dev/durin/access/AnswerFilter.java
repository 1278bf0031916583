package dev.durin.access;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.RateAnswer;
import dev.durin.config.Beans;
import dev.durin.rate.Admission;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells caches that an answer is meant for the token that it was asked with, so that nobody else is shown it, and the
 * caller what is left of a rate.
 */
final class AnswerFilter implements ContainerResponseFilter {

    private final RateAnswer answer = Beans.current().select(RateAnswer.class).get();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (Caller.of(request) instanceof Authentication.Known) {
            vary(response);
        }
        if (RateFilter.counted(request) instanceof Admission.Passed passed) {
            answer.headers(passed)
                    // In a list that an application's filter may add to.
                    .forEach((name, value) -> response.getHeaders().putIfAbsent(name, new ArrayList<>(List.of(value))));
        }
    }

    private static void vary(ContainerResponseContext response) {
        String vary = response.getHeaderString(HttpHeaders.VARY);
        if (vary == null || !vary.contains(HttpHeaders.AUTHORIZATION)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        }
    }
}
