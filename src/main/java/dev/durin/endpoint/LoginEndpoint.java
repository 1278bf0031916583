package dev.durin.endpoint;

import dev.durin.config.Configured;
import dev.durin.spi.LoginRequest;
import dev.durin.spi.LoginResponse;
import dev.durin.spi.UserRepresentation;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code POST login}: name, password and client for a token. A token on the request is ignored. */
public abstract class LoginEndpoint extends OpenEndpoint {

    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    private static final String TOKEN_NAME = "token_name";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 4096;

    @Inject
    LoginService service;

    @Inject
    @Configured
    UserRepresentation userRepresentation;

    @Inject
    @Configured
    LoginResponse loginResponse;

    /** For the container. */
    protected LoginEndpoint() {
        super("Login", "Gives a token of an API client for a name and a password.");
    }

    @Override
    Response carryOut(RequestBody body) {
        Map<String, String> texts =
                body.required(Map.of(USERNAME, LONGEST_NAME), Map.of(PASSWORD, LONGEST_PASSWORD), List.of(TOKEN_NAME));
        if (body.isOther("client")) {
            throw ProblemException.badRequest("No client with that name.");
        }
        String origin = address.current();
        // Before the password is looked at: checking one is made slow on purpose.
        requireAdmitted(limiter.login(() -> origin));
        LoginRequest login = new LoginRequest(
                texts.getOrDefault(USERNAME, ""),
                body.textsWithout(List.of(USERNAME, PASSWORD)),
                otherHeaders(),
                origin);
        LoginService.LoggedIn loggedIn = service.logIn(new Login(login, texts.getOrDefault(PASSWORD, "")));
        return json(200, members(loggedIn));
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
