package dev.durin.scoped;

import dev.durin.token.VerifiedToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scoped token shall be made for. Immutable; each method answers another request. Two that ask for the same are equal.
 *
 * <pre>{@code
 * ScopedTokenRequest.of("alice")
 *         .allow("GET", "/api/v1/foo")
 *         .allow(OrderResource.class, "invoice").with("id", 42)
 *         .expiresIn(Duration.ofMinutes(10))
 *         .recipient("print shop")
 * }</pre>
 */
public final class ScopedTokenRequest {

    private static final int LONGEST_RECIPIENT = 100;

    private final String caller;
    private final List<Operation> operations;
    private final @Nullable Duration lifetime;
    private final String recipient;
    private final @Nullable VerifiedToken parent;

    private ScopedTokenRequest(
            String caller,
            List<Operation> operations,
            @Nullable Duration lifetime,
            String recipient,
            @Nullable VerifiedToken parent) {
        this.caller = caller;
        this.operations = List.copyOf(operations);
        this.lifetime = lifetime;
        this.recipient = recipient;
        this.parent = parent;
    }

    /**
     * A token for a caller, which may do nothing yet.
     *
     * @param caller the caller's name, 1 to 255 characters
     * @return the request
     * @throws IllegalArgumentException when nobody can have this name
     */
    public static ScopedTokenRequest of(String caller) {
        requireCaller(caller);
        return new ScopedTokenRequest(caller, List.of(), null, "", null);
    }

    static void requireCaller(String name) {
        if (name.isEmpty() || name.length() > 255 || name.indexOf('\0') >= 0 || !ScopePath.isText(name)) {
            throw new IllegalArgumentException(
                    "a caller's name has 1 to 255 characters, none of them NUL, and no half of one");
        }
    }

    /**
     * A token for the caller of another one, with which it ends, and whose client it has.
     *
     * @param parent a token that was presented
     * @return the request
     */
    public static ScopedTokenRequest of(VerifiedToken parent) {
        return of(parent.caller()).parent(parent);
    }

    /**
     * Lets it send requests of a method to a path, and to what is below that.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH}, {@code DELETE}, {@code HEAD} or {@code OPTIONS},
     *     in capitals; none covers another, unless {@code durin.scoped.get-covers-head} is true
     * @param path the path from the root of the application on, without its context path, with escapes or without:
     *     {@code /foo} covers itself and {@code /foo/bar}, {@code /foo/} only what is below, {@code /foo*} all that begins so
     * @return the request with it
     * @throws IllegalArgumentException when there is no such method, or this can be no path
     */
    public ScopedTokenRequest allow(String method, String path) {
        return and(new Operation.OnPath(method, ScopePath.ofScope(path)));
    }

    /**
     * Lets it call a method of a JAX-RS resource, whatever its path is now or later.
     *
     * @param resource the class of the resource; classes that are derived from it count as well
     * @param method the name of a method of it; all of this name, if there are several
     * @return the request with it
     * @throws IllegalArgumentException when the class has no such method
     */
    public ScopedTokenRequest allow(Class<?> resource, String method) {
        if (Arrays.stream(resource.getMethods())
                .noneMatch(known -> known.getName().equals(method))) {
            throw new IllegalArgumentException(resource.getName() + " has no public method " + method);
        }
        return and(new Operation.OnResource(resource.getName(), method, Map.of()));
    }

    /**
     * Demands a value of a path parameter of the resource method that was allowed last.
     *
     * @param parameter the name of the parameter, as {@code @Path} has it
     * @param value what its text must be
     * @return the request with it
     * @throws IllegalStateException when what was allowed last is no resource method
     */
    public ScopedTokenRequest with(String parameter, Object value) {
        if (operations.isEmpty() || !(operations.get(operations.size() - 1) instanceof Operation.OnResource resource)) {
            throw new IllegalStateException("with(…) stands behind allow(class, method)");
        }
        Map<String, String> parameters = new TreeMap<>(resource.parameters());
        parameters.put(parameter, String.valueOf(value));
        List<Operation> changed = new ArrayList<>(operations);
        changed.set(changed.size() - 1, new Operation.OnResource(resource.resource(), resource.name(), parameters));
        return new ScopedTokenRequest(caller, changed, lifetime, recipient, parent);
    }

    private ScopedTokenRequest and(Operation operation) {
        List<Operation> more = new ArrayList<>(operations);
        more.add(operation);
        return new ScopedTokenRequest(caller, more, lifetime, recipient, parent);
    }

    /**
     * For how long. Without it an hour, or {@code durin.scoped.max-age} where that is less; always in whole seconds.
     *
     * @param duration at least a second
     * @return the request with it
     * @throws IllegalArgumentException when it is shorter
     */
    public ScopedTokenRequest expiresIn(Duration duration) {
        if (duration.toSeconds() < 1) {
            throw new IllegalArgumentException("a scoped token lives for at least a second");
        }
        return new ScopedTokenRequest(caller, operations, duration, recipient, parent);
    }

    /**
     * Whom it is for. The application is told when it is used, by {@code CurrentToken} and by the request header
     * {@code X-API-Token-Recipient}.
     *
     * @param name 1 to 100 printable ASCII characters, no space at either end
     * @return the request with it
     * @throws IllegalArgumentException when it is anything else
     */
    public ScopedTokenRequest recipient(String name) {
        requireRecipient(name);
        return new ScopedTokenRequest(caller, operations, lifetime, name, parent);
    }

    static void requireRecipient(String name) {
        boolean printable = name.chars().allMatch(character -> character >= ' ' && character < 0x7f);
        if (name.isEmpty() || name.length() > LONGEST_RECIPIENT || !printable || !name.equals(name.strip())) {
            throw new IllegalArgumentException("a recipient has 1 to " + LONGEST_RECIPIENT
                    + " printable ASCII characters, and no space at either end");
        }
    }

    /**
     * The token that it is made with. It ends with that one, whatever its own time is, and has the same client.
     *
     * @param token a token of the same caller that was presented
     * @return the request with it
     * @throws IllegalArgumentException when it is another caller's
     */
    public ScopedTokenRequest parent(VerifiedToken token) {
        if (!token.caller().equals(caller)) {
            throw new IllegalArgumentException("a scoped token and the one it is made with have the same caller");
        }
        return new ScopedTokenRequest(caller, operations, lifetime, recipient, token);
    }

    String caller() {
        return caller;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Duration> lifetime() {
        return Optional.ofNullable(lifetime);
    }

    String recipient() {
        return recipient;
    }

    Optional<VerifiedToken> parent() {
        return Optional.ofNullable(parent);
    }

    private Object parentId() {
        return parent().map(token -> (Object) token.token().id()).orElse("");
    }

    private List<Object> content() {
        return List.of(caller, operations, lifetime().map(Object.class::cast).orElse(""), recipient, parentId());
    }

    /** By what it asks for; the parent by the id of its token. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScopedTokenRequest that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return "ScopedTokenRequest[caller=" + caller + ", operations=" + operations + ", lifetime="
                + lifetime().map(Duration::toString).orElse("") + ", recipient=" + recipient + ", parent=" + parentId()
                + "]";
    }
}
