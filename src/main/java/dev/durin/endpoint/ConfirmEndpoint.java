package dev.durin.endpoint;

import dev.durin.account.Confirmation;
import dev.durin.authentication.Problem;
import dev.durin.config.RegistrationSettings.ConfirmationLink;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * {@code POST register/confirm/{token}}: takes the link of a mail that confirms an address. {@code GET} shows a page with a
 * button, for what follows links in mails are often programs; by a setting it confirms, too. A path for it has the parameter
 * {@code token}.
 */
@Needs(Feature.ACCOUNT_MAIL)
@Allows("GET, HEAD, POST, OPTIONS")
public abstract class ConfirmEndpoint extends PageEndpoint {

    private static final String TOKEN = "token";

    @Inject
    Confirmation confirmation;

    /** For the container. */
    protected ConfirmEndpoint() {
        super("Confirm", "Takes the link of a mail that confirms an address.");
    }

    /**
     * Confirms. The body is not looked at.
     *
     * @param token the text of the link
     * @return the answer, or where it is
     */
    @POST
    public Response confirm(@PathParam(TOKEN) String token) {
        return answer(() -> told(confirmation.confirm(token, language())));
    }

    /**
     * Asks whether to confirm, or confirms where following the link is enough. Then a second time is as good as the first:
     * browsers load pages again.
     *
     * @param token the text of the link
     * @return a page, or where it is
     */
    @GET
    public Response follow(@PathParam(TOKEN) String token) {
        return answer(() -> link().onGet()
                ? told(confirmation.confirm(token, language()) || confirmation.hasConfirmed(token))
                : question(token));
    }

    /**
     * Confirms nothing, whatever is set: it is not asked by people.
     *
     * @param token the text of the link
     * @return what a page would come with
     */
    @HEAD
    public Response look(@PathParam(TOKEN) String token) {
        return answer(() -> question(token));
    }

    private Response question(String token) {
        if (!Confirmation.canBeToken(token)) {
            // Neither worth a question, nor to be written into an address.
            return told(false);
        }
        String page = link().page().replace("{token}", token);
        if (!page.isEmpty() && !isHere(page) && !wantsJsonAlone()) {
            return redirect(page);
        }
        if (!wantsPage()) {
            return json(
                    200, Map.of("detail", "Nothing is confirmed yet. POST to this address confirms the mail address."));
        }
        return page(new Page(
                        language(),
                        text("heading"),
                        text("text"),
                        List.of(),
                        text("button"),
                        link().confirmedRedirect() + " " + link().failedRedirect())
                .response(200));
    }

    private Response told(boolean confirmed) {
        String target = confirmed ? link().confirmedRedirect() : link().failedRedirect();
        if (!target.isEmpty() && !wantsJsonAlone()) {
            return redirect(target);
        }
        if (wantsPage()) {
            String what = confirmed ? "done" : "failed";
            return page(Page.of(language(), text(what + ".heading"), text(what + ".text"))
                    .response(confirmed ? 200 : 400));
        }
        return confirmed
                ? json(200, Map.of("success", true))
                : problem(Problem.of(400, "Bad request", "Invalid token."));
    }

    private String text(String key) {
        return texts.text(language(), "page.confirm." + key);
    }

    private ConfirmationLink link() {
        return settings.registration().link();
    }
}
