package dev.durin.endpoint;

import dev.durin.access.ProblemResponse;
import dev.durin.authentication.Problem;
import dev.durin.config.Beans;
import dev.durin.config.Settings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Stream;

/** What comes before Durin's endpoints and no other resource. Public for the container alone. */
@Provider
public class EndpointFeature implements DynamicFeature {

    private static final int FIRST = 100;

    /** For the container. */
    public EndpointFeature() {}

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = resource.getResourceClass();
        if (!Endpoint.class.isAssignableFrom(type)) {
            return;
        }
        context.register(new SwitchedOffFilter(type), FIRST);
        context.register(new AcceptFilter(PageEndpoint.class.isAssignableFrom(type)), FIRST + 1);
        if (Stream.of(BodyEndpoint.class, PageEndpoint.class, ScopedEndpoint.class, AdminEndpoint.class)
                .anyMatch(reading -> reading.isAssignableFrom(type))) {
            context.register(new BodyLimitFilter(), FIRST + 2);
        }
    }

    /**
     * Whether an endpoint is there: with {@code durin.endpoints=false} those under Durin's own paths are not, nor are those
     * of a feature that is switched off, wherever they are.
     */
    static boolean isSwitchedOn(Class<?> endpoint) {
        Settings settings = Beans.current().select(Settings.class).get();
        Needs needs = endpoint.getAnnotation(Needs.class);
        return (needs == null || needs.value().isOn(settings))
                && (!OwnPath.class.isAssignableFrom(endpoint) || settings.endpoints());
    }

    private static final class SwitchedOffFilter implements ContainerRequestFilter {

        private final Class<?> endpoint;

        SwitchedOffFilter(Class<?> endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (!isSwitchedOn(endpoint)) {
                request.abortWith(ProblemResponse.of(Problem.of(404, "Not found", "Not found."), ""));
            }
        }
    }

    /**
     * Durin speaks JSON alone but for its pages, and says so to whoever cannot read it. A header that is none some servers
     * answer here with 400.
     */
    private static final class AcceptFilter implements ContainerRequestFilter {

        private final boolean anything;

        AcceptFilter(boolean anything) {
            this.anything = anything;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            List<MediaType> accepted = request.getAcceptableMediaTypes();
            boolean readable = anything
                    || accepted.isEmpty()
                    || accepted.stream()
                            .anyMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !isUnwanted(type));
            if (!readable) {
                request.abortWith(ProblemResponse.of(
                        Problem.of(406, "Not acceptable", "Could not satisfy the request Accept header."), ""));
            }
        }

        /** Named with a weight of zero, which says that it is not wanted (RFC 9110, section 12.4.2). */
        private static boolean isUnwanted(MediaType type) {
            return type.getParameters().getOrDefault("q", "").matches("0(\\.0*)?");
        }
    }
}
