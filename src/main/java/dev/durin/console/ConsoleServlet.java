package dev.durin.console;

import dev.durin.authentication.Authentication;
import dev.durin.authentication.Problem;
import dev.durin.authentication.ProblemWriter;
import dev.durin.config.AdminSettings;
import dev.durin.config.Beans;
import dev.durin.config.Settings;
import dev.durin.endpoint.EndpointLocation;
import jakarta.json.Json;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is below {@code durin/}: the console where {@code durin.admin.enabled} says so, and the web components
 * unless {@code durin.components.enabled} says no. Public for the start-up alone.
 */
public class ConsoleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = System.getLogger(ConsoleServlet.class.getName());

    private static final String NAME = "durin-console";
    private static final String PATH = "/durin/";
    private static final String SETTINGS = "config.json";

    /** No script but the console's own, nothing of another host, and no page around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final transient WebFiles files = new WebFiles();
    private final transient EndpointLocation location;
    private transient volatile @Nullable WebFile consoleSettings;

    private ConsoleServlet(Collection<Class<?>> types) {
        this.location = new EndpointLocation(types);
    }

    /**
     * Has the container ask it. A servlet that the application has there itself stays, and is told in a warning.
     *
     * @param context the application, which is starting
     * @param types the classes of the application that have to do with JAX-RS
     */
    public static void register(ServletContext context, Collection<Class<?>> types) {
        ServletRegistration.Dynamic registration = context.addServlet(NAME, new ConsoleServlet(types));
        if (registration == null) {
            warn("The application has a servlet named " + NAME);
            return;
        }
        registration.setAsyncSupported(true);
        if (!registration.addMapping(PATH + "*").isEmpty()) {
            warn("The application has a servlet of its own at " + PATH + "*");
        }
    }

    private static void warn(String reason) {
        LOGGER.log(Level.WARNING, reason + ", so Durin's console and components.js are not served.");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        Optional<WebFile> file = file(request);
        if (isPageWithoutSlash(request)) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            // Relative, for a proxy may have the application under another path.
            response.setHeader("Location", PATH.substring(1));
        } else if (file.isEmpty()) {
            refuse(Problem.of(HttpServletResponse.SC_NOT_FOUND, "Not found", "Not found."), response);
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(Problem.methodNotAllowed(method), response);
        } else {
            send(file.get(), request, response);
        }
    }

    /** Its modules and settings are beside the page, which must therefore be in the directory. */
    private static boolean isPageWithoutSlash(HttpServletRequest request) {
        return request.getPathInfo() == null && settings().enabled();
    }

    private Optional<WebFile> file(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        AdminSettings settings = settings();
        if (path.equals(WebFiles.COMPONENTS)) {
            return settings.components() ? Optional.of(files.components()) : Optional.empty();
        }
        if (!settings.enabled()) {
            return Optional.empty();
        }
        if (path.equals(SETTINGS)) {
            return Optional.of(consoleSettings());
        }
        return files.console(path.isEmpty() ? WebFiles.PAGE : path);
    }

    private static AdminSettings settings() {
        return allSettings().admin();
    }

    private static Settings allSettings() {
        return Beans.current().select(Settings.class).get();
    }

    /** Made once: it stays the same, and looking for the endpoints makes objects of the application's classes. */
    private WebFile consoleSettings() {
        WebFile known = consoleSettings;
        if (known == null) {
            known = consoleSettings(allSettings());
            consoleSettings = known;
        }
        return known;
    }

    /** What the console must know before anybody has logged in, which is no secret. */
    private WebFile consoleSettings(Settings settings) {
        String told = settings.admin().consoleApi();
        return WebFile.ofText(
                SETTINGS,
                Json.createObjectBuilder()
                        .add("api", told.isEmpty() ? location.in(getServletContext()) : told)
                        .add("scheme", settings.headerPrefixes().get(0))
                        .add("client", AdminSettings.CONSOLE_CLIENT)
                        .add("admin", true)
                        .build()
                        .toString());
    }

    private static void refuse(Problem problem, HttpServletResponse response) {
        protect(response);
        ProblemWriter.write(problem, new Authentication.Anonymous(), response);
    }

    private static void send(WebFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        protect(response);
        response.setHeader("ETag", file.tag());
        // Asked for each time: after an update of the application no old part of it shall meet a new one.
        response.setHeader("Cache-Control", "no-cache");
        if (isKnown(file, request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.mediaType());
        response.setContentLength(file.length());
        if (request.getMethod().equals("GET")) {
            file.writeTo(response.getOutputStream());
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /** Compared weakly (RFC 9110, section 13.1.2): what compresses answers on the way may have made a tag weak. */
    private static boolean isKnown(WebFile file, @Nullable String tags) {
        return tags != null
                && Stream.of(tags.split(",", -1))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(file.tag()));
    }
}
