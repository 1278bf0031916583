package dev.durin.endpoint;

import dev.durin.access.Authenticated;
import dev.durin.authentication.ClientAddress;
import dev.durin.authentication.Problem;
import dev.durin.client.InvalidClientException;
import dev.durin.event.RevocationReason;
import dev.durin.token.IssuedToken;
import dev.durin.token.TokenEndedException;
import dev.durin.token.Tokens;
import dev.durin.token.VerifiedToken;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code apiaccess}: the one API access token of the caller. */
@Authenticated
@Allows("GET, POST, DELETE, HEAD, OPTIONS")
public abstract class ApiAccessEndpoint extends Endpoint {

    @Inject
    ClientAddress address;

    @Inject
    Tokens tokens;

    @Inject
    TokenView view;

    @Context
    HttpServletRequest servletRequest;

    /** For the container. */
    protected ApiAccessEndpoint() {}

    /**
     * Shows the API access token, with its text only where {@code durin.api-access.include-token} says so.
     *
     * @return the token, or 404 when there is none
     */
    @GET
    public Response show() {
        return answer(() -> {
            IssuedToken found = find();
            Map<String, Object> members = view.apiAccess(found.token());
            if (settings.apiAccess().includeToken()) {
                members.put("token", found.text().reveal());
            }
            return json(200, members);
        });
    }

    /**
     * Issues the API access token. The body is not read.
     *
     * @return 201 with the token and its text, or 400 when there is one
     */
    @POST
    public Response issue() {
        return answer(() -> {
            String client = clientName();
            refuseApiAccessToken();
            IssuedToken issued = issueOnce(client)
                    .orElseThrow(() -> ProblemException.badRequest("An API token was already issued to you."));
            Map<String, Object> members = new LinkedHashMap<>(view.apiAccess(issued.token()));
            members.put("token", issued.text().reveal());
            return json(201, members);
        });
    }

    /**
     * Ends the API access token.
     *
     * @return 204, or 404 when there is none
     */
    @DELETE
    public Response end() {
        return answer(() -> {
            IssuedToken found = find();
            if (!tokens.revoke(token().caller(), found.token().id(), RevocationReason.API_ACCESS_ENDED)) {
                throw ProblemException.notFound();
            }
            return noContent();
        });
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
     * Describes the endpoint.
     *
     * @return what it does
     */
    @OPTIONS
    public Response options() {
        return describe("Api Access Token", "Issues, shows and ends the API access token of the caller.");
    }

    private Optional<IssuedToken> issueOnce(String client) {
        VerifiedToken token = token();
        String userAgent =
                Optional.ofNullable(servletRequest.getHeader("User-Agent")).orElse("");
        try {
            return tokens.issueOnce(token, token.forClient(client).from(address.current(), userAgent));
        } catch (TokenEndedException e) {
            throw endedMeanwhile();
        } catch (InvalidClientException e) {
            throw new ProblemException(Problem.of(404, "Not found", "The API access client is not available."));
        }
    }

    private IssuedToken find() {
        return tokens.find(token().caller(), clientName()).orElseThrow(ProblemException::notFound);
    }

    private String clientName() {
        return settings.apiAccess()
                .clientName()
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "Not found", "This application has no API access tokens.")));
    }
}
