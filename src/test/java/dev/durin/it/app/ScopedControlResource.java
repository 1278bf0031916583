package dev.durin.it.app;

import dev.durin.access.IgnoresToken;
import dev.durin.authentication.Authentication;
import dev.durin.scoped.InvalidScopedTokenException;
import dev.durin.scoped.IssuedScopedToken;
import dev.durin.scoped.ScopedTokenRequest;
import dev.durin.scoped.ScopedTokens;
import dev.durin.scoped.ScopedVerification;
import dev.durin.scoped.ScopedVerifier;
import dev.durin.token.Tokens;
import dev.durin.token.Verification;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import java.time.Duration;

/** Lets a test make and end scoped tokens. */
@Path("test-scoped/{what}")
@RequestScoped
@IgnoresToken
@Produces("text/plain;charset=UTF-8")
public class ScopedControlResource {

    @Inject
    ScopedTokens scopedTokens;

    @Inject
    Tokens tokens;

    @Inject
    ScopedVerifier verifier;

    @Inject
    InvoiceLinks links;

    @POST
    public String control(@PathParam("what") String what, Form form) {
        String value = form.asMap().getFirst("value");
        return switch (what) {
            case "issue" -> issue(value.split("\n", -1));
            case "show" -> scopedTokens.issue(request(value.split("\n", -1))).toString();
            case "texts" -> texts(request(value.split("\n", -1)));
            case "link" -> links.link(value, 7);
            case "webhook" -> links.webhook(value, 7).reveal();
            case "revoke" -> String.valueOf(scopedTokens.revoke(value));
            case "revoke-all" -> revokedAll(value);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String revokedAll(String caller) {
        scopedTokens.revokeAll(caller);
        return "";
    }

    /** The text and the id. */
    private String issue(String[] lines) {
        try {
            IssuedScopedToken issued = scopedTokens.issue(request(lines));
            return issued.reveal() + " " + issued.id() + " " + issued.expiry();
        } catch (InvalidScopedTokenException e) {
            return e.field() + ": " + e.getMessage();
        }
    }

    /** A token, and below it everything that has a toString and comes near it. */
    private String texts(ScopedTokenRequest request) {
        IssuedScopedToken issued = scopedTokens.issue(request);
        var verified = (ScopedVerification.Valid) verifier.verify(issued.reveal());
        return issued.reveal() + "\n" + request + "\n" + issued + "\n" + verified + "\n"
                + new Authentication.ScopedAuthenticated(verified.token());
    }

    /** Such as {@code alice}, {@code GET /foo}, {@code invoice id=42}, {@code expires PT5M}, each on a line of its own. */
    private ScopedTokenRequest request(String[] lines) {
        ScopedTokenRequest request = ScopedTokenRequest.of(lines[0]);
        for (int at = 1; at < lines.length; at++) {
            int space = lines[at].indexOf(' ');
            request = with(request, lines[at].substring(0, space), lines[at].substring(space + 1));
        }
        return request;
    }

    private ScopedTokenRequest with(ScopedTokenRequest request, String what, String value) {
        return switch (what) {
            case "call" -> request.allow(EchoResource.class, value);
            case "leaf" -> request.allow(EchoBelow.class, value);
            case "with" ->
                request.with(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
            case "expires" -> request.expiresIn(Duration.parse(value));
            case "recipient" -> request.recipient(value);
            case "parent" -> request.parent(((Verification.Valid) tokens.verify(value)).token());
            default -> request.allow(what, value);
        };
    }
}
