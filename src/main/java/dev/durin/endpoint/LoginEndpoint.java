package dev.durin.endpoint;

import dev.durin.access.IgnoresToken;
import dev.durin.access.ProblemResponse;
import dev.durin.authentication.Authentication;
import dev.durin.authentication.ClientAddress;
import dev.durin.authentication.Problem;
import dev.durin.authentication.RateAnswer;
import dev.durin.config.Configured;
import dev.durin.rate.Admission;
import dev.durin.spi.LoginRequest;
import dev.durin.spi.LoginResponse;
import dev.durin.spi.UserRepresentation;
import dev.durin.throttle.RateLimiter;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code POST login}: name, password and client for a token. A token on the request is ignored. */
@IgnoresToken
public abstract class LoginEndpoint extends PostEndpoint {

    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    private static final String TOKEN_NAME = "token_name";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 4096;

    @Inject
    LoginService service;

    @Inject
    ClientAddress address;

    @Inject
    RateLimiter limiter;

    @Inject
    RateAnswer rateAnswer;

    @Inject
    @Configured
    UserRepresentation userRepresentation;

    @Inject
    @Configured
    LoginResponse loginResponse;

    @Context
    HttpServletRequest servletRequest;

    @Context
    HttpHeaders headers;

    /** For the container. */
    protected LoginEndpoint() {
        super("Login", "Gives a token of an API client for a name and a password.");
    }

    /**
     * Logs in with a JSON body.
     *
     * @param body the body
     * @return the token, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response logInWithJson(InputStream body) {
        return answer(() -> logIn(RequestBody.ofJson(body)));
    }

    /**
     * Logs in with a form.
     *
     * @param body the body
     * @return the token, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logInWithForm(InputStream body) {
        return answer(() -> logIn(RequestBody.ofForm(body, this::bodyParameters)));
    }

    /**
     * Logs in with a multipart form.
     *
     * @param body the body
     * @return the token, or what is wrong
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response logInWithParts(InputStream body) {
        return answer(() -> logIn(RequestBody.ofParts(body, boundary())));
    }

    /**
     * Refuses a body of any other kind. No body at all is like an empty one.
     *
     * @param body the body
     * @return what is wrong
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response logInWithAnything(InputStream body) {
        String type = servletRequest.getContentType();
        if (type == null && servletRequest.getContentLengthLong() <= 0) {
            return answer(() -> logIn(RequestBody.empty()));
        }
        return problem(Problem.of(
                415,
                "Unsupported media type",
                "Unsupported media type \"" + (type == null ? "" : type) + "\" in request."));
    }

    /** A token on the request has nothing to do with it, so that none is told to be bad. */
    @Override
    Response problem(Problem problem) {
        return ProblemResponse.of(problem, challenge.headerValue(problem.status(), new Authentication.Anonymous()));
    }

    private Response logIn(RequestBody body) {
        Map<String, String> texts =
                body.required(Map.of(USERNAME, LONGEST_NAME), Map.of(PASSWORD, LONGEST_PASSWORD), List.of(TOKEN_NAME));
        if (body.isOther("client")) {
            throw ProblemException.badRequest("No client with that name.");
        }
        String origin = address.current();
        requireNotTooMany(origin);
        LoginRequest login = new LoginRequest(
                texts.getOrDefault(USERNAME, ""),
                body.textsWithout(List.of(USERNAME, PASSWORD)),
                otherHeaders(),
                origin);
        LoginService.LoggedIn loggedIn = service.logIn(new Login(login, texts.getOrDefault(PASSWORD, "")));
        return json(200, members(loggedIn));
    }

    /** Before the password is looked at: checking one is made slow on purpose. */
    private void requireNotTooMany(String origin) {
        if (limiter.login(() -> origin).orElse(null) instanceof Admission.Refused refused) {
            throw new ProblemException(rateAnswer.problem(refused));
        }
    }

    /** The server mixes the query string in, and a password in an address must be of no use; so with one there are none. */
    private Map<String, String[]> bodyParameters() {
        return servletRequest.getQueryString() == null ? servletRequest.getParameterMap() : Map.of();
    }

    private @Nullable String boundary() {
        return headers.getMediaType().getParameters().get("boundary");
    }

    private Map<String, ?> members(LoginService.LoggedIn loggedIn) {
        Map<String, Object> members = new LinkedHashMap<>();
        String text = loggedIn.token().text().reveal();
        members.put(
                "expiry",
                settings.login().expiryFormat().text(loggedIn.token().token().expiry()));
        members.put("token", text);
        if (settings.login().user()) {
            members.put("user", userRepresentation.represent(loggedIn.caller(), loggedIn.groups()));
        }
        return loginResponse.members(new LoginResponse.LoginAnswer(
                loggedIn.caller(),
                loggedIn.token().token().client(),
                loggedIn.token().token().expiry(),
                text,
                members));
    }

    private Map<String, String> otherHeaders() {
        List<String> secret = List.of("authorization", "proxy-authorization", "cookie");
        return Collections.list(servletRequest.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !secret.contains(name))
                .distinct()
                .collect(Collectors.toMap(
                        name -> name, name -> String.join(", ", Collections.list(servletRequest.getHeaders(name)))));
    }
}
