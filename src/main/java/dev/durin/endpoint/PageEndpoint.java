package dev.durin.endpoint;

import dev.durin.access.IgnoresToken;
import dev.durin.access.ProblemResponse;
import dev.durin.authentication.Authentication;
import dev.durin.authentication.Problem;
import dev.durin.mail.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * What the endpoints share that links in mails lead to: small pages for browsers, JSON for programs. A token on the request
 * is ignored.
 */
@IgnoresToken
public abstract class PageEndpoint extends Endpoint {

    /** Set on a request that a page answers, which is not to be taken for one of the server's. */
    static final String ANSWERED = PageEndpoint.class.getName();

    @Inject
    Texts texts;

    @Inject
    Languages languages;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest servletRequest;

    @Context
    UriInfo uri;

    private final String name;
    private final String description;

    PageEndpoint(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PUT
    public Response put() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @PATCH
    public Response patch() {
        return notAllowed();
    }

    /**
     * Refuses.
     *
     * @return 405
     */
    @DELETE
    public Response delete() {
        return notAllowed();
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

    /** A token on the request has nothing to do with it, so that none is told to be bad. */
    @Override
    Response problem(Problem problem) {
        return ProblemResponse.of(problem, challenge.headerValue(problem.status(), new Authentication.Anonymous()));
    }

    /** Whether a browser asks, which names HTML. */
    boolean wantsPage() {
        return names(MediaType.TEXT_HTML_TYPE);
    }

    /** Whether a program asks that can do nothing with a page, nor with where there is one. */
    boolean wantsJsonAlone() {
        return names(MediaType.APPLICATION_JSON_TYPE) && !wantsPage();
    }

    private boolean names(MediaType wanted) {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getType().equalsIgnoreCase(wanted.getType())
                        && type.getSubtype().equalsIgnoreCase(wanted.getSubtype()));
    }

    /** The language that whoever asks understands. */
    Locale language() {
        return languages.of(headers);
    }

    /** Answers with a page. */
    Response page(Response page) {
        servletRequest.setAttribute(ANSWERED, true);
        return page;
    }

    /**
     * Whether a target is this very request's, so that whoever is sent there comes back here for ever. By the host of {@code
     * durin.accounts.base-url} and the path below the JAX-RS application: what is before it proxies may take away or add.
     */
    boolean isHere(String target) {
        URI absolute = base().resolve(target);
        String path = Objects.requireNonNullElse(absolute.getPath(), "");
        return hostAndPort(absolute).equals(hostAndPort(base()))
                && withOneSlash(path).endsWith(withOneSlash(uri.getPath()));
    }

    /** In one spelling, or one that is written otherwise would be taken for another (RFC 3986, sections 6.2.2 and 6.2.3). */
    private static String hostAndPort(URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
        int usual = "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
        return host + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }

    private URI base() {
        return URI.create(settings.accounts().mail().baseUrl() + "/");
    }

    private static String withOneSlash(String path) {
        return "/" + path.replaceAll("^/+|/+$", "");
    }

    /**
     * Sends a browser elsewhere, with GET whatever it came with. A path is one under the host of {@code
     * durin.accounts.base-url}: what a request says of its host may be made up, or be that of a proxy's inside.
     */
    Response redirect(String target) {
        return Response.status(Response.Status.SEE_OTHER)
                .location(base().resolve(target))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
