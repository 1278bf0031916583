package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.ScopedSettings;
import dev.durin.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Scoped tokens in the query string, where {@code durin.scoped.query-parameter} says that there are any. Reads the query
 * string itself: to ask for parameters would read the body. Thread-safe.
 */
@Part
class QueryToken {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ScopedSettings.Query settings;
    private final String begin;

    @Inject
    QueryToken(Settings settings) {
        this.settings = settings.scoped().query();
        this.begin = this.settings.parameter() + "=";
    }

    /** Whether a request has one, whatever it is worth. */
    boolean isIn(HttpServletRequest request) {
        return settings.isOn() && !values(request).isEmpty();
    }

    /** Whether it counts in requests of this method. */
    boolean isGoodFor(String method) {
        return settings.unsafeMethods() || SAFE.contains(method);
    }

    /** What is not empty, as it was sent: a token has nothing in it that is to be encoded. */
    List<String> values(HttpServletRequest request) {
        String query = request.getQueryString();
        List<String> values = new ArrayList<>();
        if (settings.isOn() && query != null && query.contains(begin)) {
            for (String pair : query.split("&", -1)) {
                if (pair.startsWith(begin) && pair.length() > begin.length()) {
                    values.add(pair.substring(begin.length()));
                }
            }
        }
        return values;
    }
}
