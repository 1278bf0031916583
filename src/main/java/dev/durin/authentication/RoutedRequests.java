package dev.durin.authentication;

import dev.durin.config.Part;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Knows which requests JAX-RS will look at, by the names that JAX-RS, section 2.3.2, gives its servlets. Thread-safe. */
@Part
public class RoutedRequests {

    private static final String APPLICATION = "jakarta.ws.rs.core.Application";

    /** That of JAX-RS, and the one that some take as well. */
    private static final List<String> PARAMETERS = List.of("jakarta.ws.rs.Application", APPLICATION);

    private volatile Set<String> applications = Set.of();

    /** For the container. */
    RoutedRequests() {}

    /**
     * Tells what applications there are. Called once at start-up.
     *
     * @param names the names of the classes derived from JAX-RS's {@code Application}
     */
    public void areOf(Set<String> names) {
        applications = Set.copyOf(names);
    }

    /** False where it is not sure. */
    boolean areForJaxRs(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        String servlet = mapping == null ? null : mapping.getServletName();
        if (servlet == null) {
            return false;
        }
        return servlet.equals(APPLICATION) || applications.contains(servlet) || isRegistered(servlet, request);
    }

    private static boolean isRegistered(String servlet, HttpServletRequest request) {
        ServletRegistration registration = request.getServletContext().getServletRegistration(servlet);
        return registration != null
                && PARAMETERS.stream().anyMatch(name -> registration.getInitParameter(name) != null);
    }
}
