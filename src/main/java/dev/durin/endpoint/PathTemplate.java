package dev.durin.endpoint;

import jakarta.ws.rs.Path;
import java.util.regex.Pattern;

/** The path of a resource class, read as JAX-RS reads it (section 3.7.3 of its specification). */
final class PathTemplate {

    private final Class<?> type;
    private final Pattern pattern;
    private final String beginning;
    private final int literals;

    private PathTemplate(Class<?> type, Pattern pattern, String beginning, int literals) {
        this.type = type;
        this.pattern = pattern;
        this.beginning = beginning;
        this.literals = literals;
    }

    static PathTemplate of(Class<?> type) {
        String template = type.getAnnotation(Path.class).value().replaceAll("^/|/$", "");
        int variable = template.indexOf('{');
        StringBuilder regex = new StringBuilder();
        int literals = 0;
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int end = open < 0 ? template.length() : open;
            regex.append(Pattern.quote(template.substring(at, end)));
            literals += end - at;
            at = open < 0 ? end : closing(template, open);
            regex.append(open < 0 ? "" : variable(template.substring(open + 1, at - 1)));
        }
        return new PathTemplate(
                type,
                Pattern.compile(regex + "/?"),
                variable < 0 ? template : template.substring(0, variable),
                literals);
    }

    /** Behind the brace that closes a variable, whose own expression may have braces. */
    private static int closing(String template, int open) {
        int depth = 0;
        for (int at = open; at < template.length(); at++) {
            depth += template.charAt(at) == '{' ? 1 : template.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return template.length();
    }

    private static String variable(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "[^/]+" : "(?:" + text.substring(colon + 1).strip() + ")";
    }

    Class<?> type() {
        return type;
    }

    /** How many characters of it are literal. */
    int literals() {
        return literals;
    }

    /** Whether a request under this path is for the resource itself and for nothing below it. */
    boolean matches(String path) {
        return path.startsWith(beginning) && pattern.matcher(path).matches();
    }

    /** Whether this resource, or what is below it, may come before another one: more of its path is literal, or as much. */
    boolean mayTake(String path, PathTemplate other) {
        return literals >= other.literals && mayBegin(path);
    }

    /** Whether a request under this path may be for this resource or for what is below it. */
    boolean mayBegin(String path) {
        return path.startsWith(beginning);
    }
}
