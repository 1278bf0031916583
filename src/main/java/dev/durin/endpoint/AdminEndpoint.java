package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.admin.Operators;
import dev.durin.authentication.Problem;
import dev.durin.store.CappedCount;
import jakarta.inject.Inject;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the endpoints for operators share: who may use them, how they read, and how lists are answered. */
@Authenticated
@Needs(Feature.ADMIN)
public abstract class AdminEndpoint extends Endpoint {

    /** One spelling: no sign, no zeros in front, no digits of other scripts; and as many digits as fit into 64 bits. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    @Inject
    Operators operators;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    private final String name;
    private final String description;

    AdminEndpoint(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** Carries out a request of an operator, and of nobody else. */
    Response administer(Supplier<Response> work) {
        return answer(() -> {
            if (!operators.include(token())) {
                throw new ProblemException(Problem.forbidden());
            }
            return work.get();
        });
    }

    /** The name of the operator whose request it is. */
    String operator() {
        return token().caller();
    }

    /** What the query string says. */
    AdminQuery query() {
        return AdminQuery.of(uri);
    }

    /** Carries out a request of an operator that has no parameters; one with {@code dry-run} must not be carried out. */
    Response administerWithoutQuery(Supplier<Response> work) {
        return administer(() -> {
            query().check();
            return work.get();
        });
    }

    /** What the body says, which is JSON, also where its content type is not told. */
    AdminBody body(InputStream body) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !MediaType.valueOf(type).isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new ProblemException(
                    Problem.of(415, "Unsupported media type", "Unsupported media type \"" + type + "\" in request."));
        }
        return new AdminBody(RequestBody.jsonObject(body));
    }

    /** The id in a path. */
    static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(text);
    }

    /** A page of a list. */
    Response page(List<?> items, Optional<String> next, CappedCount count) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("items", items);
        members.put("next", next.orElse(null));
        members.put("count", count(count));
        return json(200, members);
    }

    static Map<String, Object> count(CappedCount count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("count", count.count());
        members.put("capped", count.capped());
        return members;
    }

    /** The answer to a request that is right, but not possible as things are. */
    static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, "Conflict", detail));
    }

    /** What is wrong with one field. */
    static ProblemException fault(String field, String message) {
        return new ProblemException(new Problem(400, "Bad request", "", Map.of(field, List.of(message))));
    }

    /**
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe(name, description);
    }
}
