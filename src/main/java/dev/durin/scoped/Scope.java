package dev.durin.scoped;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds requests against what scoped tokens may do. Thread-safe. */
@Part
public class Scope {

    private final boolean getCoversHead;

    @Inject
    Scope(Settings settings) {
        this.getCoversHead = settings.scoped().getCoversHead();
    }

    /**
     * What the path of a request says.
     *
     * @param raw the path as it was sent
     * @return the path decoded once, or empty when it can be read in several ways; then no scoped token covers it
     */
    public static Optional<String> decode(String raw) {
        return ScopePath.decode(raw);
    }

    /**
     * Whether a token may send a request to a path.
     *
     * @param token the token
     * @param method the method of the request
     * @param path its path, decoded once, from the root of the application on
     * @return true when one of its operations covers it
     */
    public boolean coversPath(VerifiedScopedToken token, String method, String path) {
        return ScopePath.isPlain(path)
                && token.operations().stream()
                        .anyMatch(operation -> operation instanceof Operation.OnPath allowed
                                && isMethod(allowed.method(), method)
                                && ScopePath.covers(allowed.path(), path));
    }

    private boolean isMethod(String allowed, String method) {
        return allowed.equals(method) || (getCoversHead && allowed.equals("GET") && method.equals("HEAD"));
    }

    /**
     * Whether a token may call a resource method.
     *
     * @param token the token
     * @param types the names of the resource's class and of those that it is derived from
     * @param method the name of the method
     * @param parameters the decoded path parameters of the request
     * @return true when one of its operations covers it
     */
    public boolean coversResource(
            VerifiedScopedToken token,
            Set<String> types,
            String method,
            Map<String, ? extends Collection<String>> parameters) {
        return token.operations().stream()
                .anyMatch(operation -> operation instanceof Operation.OnResource allowed
                        && types.contains(allowed.resource())
                        && allowed.name().equals(method)
                        && haveTheirValues(allowed.parameters(), parameters));
    }

    /** A parameter that a path has twice must have the value in both places. */
    private static boolean haveTheirValues(
            Map<String, String> demanded, Map<String, ? extends Collection<String>> parameters) {
        return demanded.entrySet().stream().allMatch(demand -> {
            Collection<String> values = parameters.get(demand.getKey());
            return values != null && !values.isEmpty() && values.stream().allMatch(demand.getValue()::equals);
        });
    }

    /**
     * Whether a token may call any resource method at all, which only JAX-RS can judge.
     *
     * @param token the token
     * @return false when it is for paths alone
     */
    public boolean hasResources(VerifiedScopedToken token) {
        return token.operations().stream().anyMatch(Operation.OnResource.class::isInstance);
    }
}
