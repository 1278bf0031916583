package dev.durin.endpoint;

import dev.durin.authentication.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters in the query string of an operator's request. What is wrong is told by {@link #check}. */
final class AdminQuery {

    /** How long a page of a list is when nobody says. */
    static final int PAGE = 50;

    /** How long a page of a list is at most. */
    static final int LONGEST_PAGE = 200;

    private static final int LONGEST_TEXT = 1_000;

    private final Map<String, List<String>> parameters;
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
                    "The query string could not be read: a percent sign is not followed by two digits.");
        }
    }

    /** A text; empty when it is not there, or wrong. */
    Optional<String> text(String name) {
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
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(name, "Must be a whole number from " + least + " to " + most + ".");
        return otherwise;
    }

    /** True or false; false when it is not there. */
    boolean flag(String name) {
        String text = text(name).orElse("false");
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
        String word = text(name).orElse(otherwise);
        if (!words.contains(word)) {
            fault(name, "Must be one of " + String.join(", ", words) + ".");
            return otherwise;
        }
        return word;
    }

    /** Notes down what is wrong with a parameter; the first thing counts. */
    void fault(String name, String message) {
        faults.putIfAbsent(name, List.of(message));
    }

    /**
     * Says everything that is wrong.
     *
     * @throws ProblemException when there is something
     */
    void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(400, "Bad request", "", faults));
        }
    }
}
