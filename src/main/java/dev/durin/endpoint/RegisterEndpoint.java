package dev.durin.endpoint;

import dev.durin.account.Applicant;
import dev.durin.account.Registration;
import dev.durin.authentication.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST register}: makes an account for a name and a password. A token on the request is ignored. */
@Needs(Feature.REGISTRATION)
public abstract class RegisterEndpoint extends OpenEndpoint {

    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    private static final String EMAIL = "email";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 4096;
    private static final int LONGEST_EMAIL = 320;

    @Inject
    Registration registration;

    @Inject
    Languages languages;

    /** For the container. */
    protected RegisterEndpoint() {
        super("Register", "Makes an account for a name and a password.");
    }

    @Override
    Response carryOut(RequestBody body) {
        Applicant applicant = applicant(texts(body));
        requireNoFault(applicant);
        // Before the password is hashed, and before it is told that a name is taken.
        requireAdmitted(limiter.registration(address::current));
        if (!registration.register(applicant)) {
            throw fault(Map.of(USERNAME, List.of("A user with that username already exists.")));
        }
        return json(201, Map.of("success", true));
    }

    /** Without confirmation an address may be left out. */
    private Map<String, String> texts(RequestBody body) {
        Map<String, Integer> password = Map.of(PASSWORD, LONGEST_PASSWORD);
        return settings.registration().confirm()
                ? body.required(Map.of(USERNAME, LONGEST_NAME, EMAIL, LONGEST_EMAIL), password)
                : body.required(Map.of(USERNAME, LONGEST_NAME), password, List.of(EMAIL));
    }

    private Applicant applicant(Map<String, String> texts) {
        return new Applicant(
                texts.getOrDefault(USERNAME, ""),
                texts.getOrDefault(PASSWORD, ""),
                texts.getOrDefault(EMAIL, ""),
                languages.of(headers));
    }

    private void requireNoFault(Applicant applicant) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        registration.faults(applicant).forEach((field, fault) -> {
            switch (field) {
                case "name" -> faults.put(USERNAME, List.of(fault));
                case "mail" -> faults.put(EMAIL, List.of("Enter a valid email address."));
                default -> faults.put(PASSWORD, List.of(fault));
            }
        });
        if (!faults.isEmpty()) {
            throw fault(faults);
        }
    }

    private static ProblemException fault(Map<String, List<String>> fields) {
        return new ProblemException(new Problem(400, "Bad request", "", fields));
    }
}
