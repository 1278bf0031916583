package dev.durin.endpoint;

import dev.durin.authentication.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters in the query string of an operator's request. They are asked for one by one; then {@link #check} tells
 * everything that is wrong at once, and every parameter that nobody has asked for: a slip in {@code dry-run} must not delete.
 */
final class AdminQuery {

    /** How long a page of a list is when nobody says. */
    static final int PAGE = 50;

    /** How long a page of a list is at most. */
    static final int LONGEST_PAGE = 200;

    /** Where a page goes on may be a name of 255 characters of any script. */
    private static final int LONGEST_TEXT = 2_000;

    private final Map<String, List<String>> parameters;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    AdminQuery(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * The parameters of a request.
     *
     * @throws ProblemException when the query string cannot be read
     */
    static AdminQuery of(UriInfo uri) {
        try {
            MultivaluedMap<String, String> decoded = uri.getQueryParameters();
            return new AdminQuery(decoded);
        } catch (RuntimeException e) {
            throw ProblemException.badRequest(
                    "The query string could not be read: a percent sign is not followed by two digits, or a character"
                            + " that no address may have, such as | or {, is not written as %7C or %7B.");
        }
    }

    /** A text; empty when it is not there, or wrong. */
    Optional<String> text(String name) {
        known.add(name);
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "It must be there once.");
        }
        if (values.size() != 1 || values.get(0).isEmpty()) {
            return Optional.empty();
        }
        List<String> wrong = RequestBody.faultsOf(values.get(0), LONGEST_TEXT);
        if (!wrong.isEmpty()) {
            faults.put(name, wrong);
            return Optional.empty();
        }
        return Optional.of(values.get(0));
    }

    /** How many a page may have. */
    int limit() {
        return number("limit", 1, LONGEST_PAGE, PAGE);
    }

    /** A whole number. */
    int number(String name, int least, int most, int otherwise) {
        return number(name, least, most).orElse(otherwise);
    }

    /** A whole number; empty when it is not there, or wrong. */
    Optional<Integer> number(String name, int least, int most) {
        return text(name).flatMap(text -> {
            if (text.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            }
            fault(name, "Must be a whole number from " + least + " to " + most + ".");
            return Optional.empty();
        });
    }

    /** True or false; false when it is not there. */
    boolean flag(String name) {
        String text = text(name).orElse(parameters.containsKey(name) ? "" : "false");
        if (!text.equals("true") && !text.equals("false")) {
            fault(name, "Must be true or false.");
        }
        return text.equals("true");
    }

    /** Whether nothing shall be changed, and only said what would be. */
    boolean isDryRun() {
        return flag("dry-run");
    }

    /** One of some words. */
    String choice(String name, List<String> words, String otherwise) {
        Optional<String> word = text(name);
        if (word.isPresent() && !words.contains(word.get())) {
            fault(name, "Must be one of " + String.join(", ", words) + ".");
        }
        return word.orElse(otherwise);
    }

    /** Notes down what is wrong with a parameter; the first thing counts. */
    void fault(String name, String message) {
        faults.putIfAbsent(name, List.of(message));
    }

    /**
     * Says everything that is wrong, also parameters that nobody knows.
     *
     * @throws ProblemException when there is something
     */
    void check() {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(name, "There is no such parameter here."));
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(400, "Bad request", "", faults));
        }
    }
}
