package dev.durin.endpoint;

import dev.durin.access.ProblemResponse;
import dev.durin.access.RefusesScopedTokens;
import dev.durin.account.TooManyPasswordsException;
import dev.durin.authentication.Challenge;
import dev.durin.authentication.CurrentToken;
import dev.durin.authentication.Problem;
import dev.durin.config.Settings;
import dev.durin.token.VerifiedToken;
import dev.durin.usage.HourlyCounts;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all endpoints share. An application that wants one of them under another path, or only some of them, sets
 * {@code durin.endpoints=false} and extends the class of the endpoint with a {@code @Path} of its own.
 */
@RefusesScopedTokens
public abstract class Endpoint {

    private static final Logger LOGGER = System.getLogger(Endpoint.class.getName());

    private static final List<String> PARSED =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);

    @Inject
    Settings settings;

    @Inject
    CurrentToken current;

    @Inject
    Challenge challenge;

    @Inject
    HourlyCounts counts;

    @Context
    Request request;

    Endpoint() {}

    /** Carries out a request; whatever goes wrong becomes the answer that says so. */
    Response answer(Supplier<Response> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            return problem(e.problem());
        } catch (RuntimeException e) {
            // That there are too many is told once, by whoever counts them.
            if (!TooManyPasswordsException.isCauseOf(e)) {
                // The database, an identity store or an extension of the application: nobody's request is at fault.
                LOGGER.log(Level.ERROR, "A request could not be carried out", e);
            }
            return problem(Problem.unavailable());
        }
    }

    Response problem(Problem problem) {
        counts.refused(problem.status());
        return ProblemResponse.of(problem, challenge.headerValue(problem.status(), current.authentication()));
    }

    /** The answer to a token that was good a moment ago: something has ended it meanwhile. */
    ProblemException endedMeanwhile() {
        return new ProblemException(Problem.unauthorized("Invalid token."));
    }

    /** The answer to a body that has a media type which nothing here reads. */
    Response unsupported(@Nullable String type) {
        return problem(Problem.of(
                415,
                "Unsupported media type",
                "Unsupported media type \"" + (type == null ? "" : type) + "\" in request."));
    }

    Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .entity(Json.write(body))
                .build();
    }

    Response noContent() {
        return Response.noContent()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    Response notAllowed() {
        return withAllow(problem(Problem.methodNotAllowed(request.getMethod())));
    }

    Response describe(String name, String description) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("description", description);
        members.put("renders", List.of(MediaType.APPLICATION_JSON));
        members.put("parses", PARSED);
        return withAllow(json(200, members));
    }

    private Response withAllow(Response response) {
        return Response.fromResponse(response)
                .header(
                        HttpHeaders.ALLOW,
                        getClass().getAnnotation(Allows.class).value())
                .build();
    }

    /** The token of the request. The endpoints that ask for it admit no request without one. */
    VerifiedToken token() {
        return current.verified().orElseThrow(() -> new ProblemException(Problem.noCredentials()));
    }

    /** Refuses an API access token where it could end or make sessions. */
    void refuseApiAccessToken() {
        if (settings.apiAccess().isApiAccess(token().client())
                && !settings.apiAccess().manageSessions()) {
            throw new ProblemException(Problem.forbidden());
        }
    }

    /** Whether the tokens of a client are among the caller's sessions. */
    boolean isListed(String client) {
        return !settings.apiAccess().excludeFromSessions()
                || !settings.apiAccess().isApiAccess(client);
    }
}
