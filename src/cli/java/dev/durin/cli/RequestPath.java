package dev.durin.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A path below the endpoints, with its query.
 *
 * @param text the path as it is sent
 */
record RequestPath(String text) {

    /** A path that begins with a slash and needs no encoding. */
    static RequestPath of(String path) {
        return new RequestPath(path);
    }

    /** With one more segment. */
    RequestPath with(String segment) {
        return new RequestPath(text + "/" + encoded(segment));
    }

    /** With a parameter of the query, unless there is no value. */
    RequestPath where(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return new RequestPath(text + (text.contains("?") ? "&" : "?") + name + "=" + encoded(value.toString()));
    }

    /** As a question what would become of it. */
    RequestPath asDryRun() {
        return where("dry-run", true);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
