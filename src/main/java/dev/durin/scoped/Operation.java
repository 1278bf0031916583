package dev.durin.scoped;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Something that a scoped token may do. */
public sealed interface Operation {

    /**
     * A method of HTTP on a path and what is below it.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH}, {@code DELETE}, {@code HEAD} or {@code OPTIONS}
     * @param path the path, as {@link ScopedTokenRequest#allow(String, String)} takes it, decoded
     */
    record OnPath(String method, String path) implements Operation {

        /** Checks both. */
        public OnPath {
            Methods.require(method);
            ScopePath.requireDecoded(path);
        }
    }

    /**
     * The call of a method of a JAX-RS resource, whatever its path is.
     *
     * @param resource the name of the resource class, or of one that it is derived from
     * @param name the name of the method; all of this name, if there are several
     * @param parameters the values that path parameters must have, by their names; others may have any
     */
    record OnResource(String resource, String name, Map<String, String> parameters) implements Operation {

        /** Copies the parameters, in the order of their names. */
        public OnResource {
            if (resource.isEmpty() || name.isEmpty()) {
                throw new IllegalArgumentException("a resource method has a class and a name");
            }
            requireText(resource);
            requireText(name);
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
            parameters.forEach((parameter, value) -> {
                requireText(parameter);
                requireText(value);
            });
        }

        /** Else it would allow something else than was asked for. */
        private static void requireText(String text) {
            if (!ScopePath.isText(text)) {
                throw new IllegalArgumentException("a resource method and its parameters have no half of a character");
            }
        }
    }
}
