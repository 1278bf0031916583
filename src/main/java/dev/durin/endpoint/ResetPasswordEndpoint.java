package dev.durin.endpoint;

import dev.durin.account.InvalidAccountException;
import dev.durin.account.PasswordReset;
import dev.durin.authentication.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code account/reset/{token}}: sets a forgotten password anew, by the link that was mailed. A path for it has the
 * parameter {@code token}.
 */
@Needs(Feature.ACCOUNT_MAIL)
@Allows("GET, HEAD, POST, OPTIONS")
public abstract class ResetPasswordEndpoint extends PageEndpoint {

    private static final String NEW_PASSWORD = "new_password";
    private static final int LONGEST_PASSWORD = 4096;

    @Inject
    PasswordReset reset;

    /** For the container. */
    protected ResetPasswordEndpoint() {
        super("Reset Password", "Sets another password by the link that was mailed.");
    }

    /**
     * Asks for the password. Changes nothing.
     *
     * @param token what the link ends with
     * @return a page or, for programs, whether the link is good
     */
    @GET
    public Response show(@PathParam("token") String token) {
        return answer(() -> {
            if (!reset.isGood(token)) {
                return bad();
            }
            return wantsPage() ? form(200, text("text")) : json(200, Map.of("valid", true));
        });
    }

    /**
     * Sets the password of a JSON body.
     *
     * @param token what the link ends with
     * @param body the body
     * @return whether it was set, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setByJson(@PathParam("token") String token, InputStream body) {
        return answer(() -> set(token, RequestBody.ofJson(body)));
    }

    /**
     * Sets the password of a form.
     *
     * @param token what the link ends with
     * @param body the body
     * @return whether it was set, or what is wrong
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setByForm(@PathParam("token") String token, InputStream body) {
        return answer(() -> set(token, RequestBody.ofForm(body, servletRequest)));
    }

    /**
     * Refuses a body of any other kind.
     *
     * @param body the body
     * @return what is wrong
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response setByAnything(InputStream body) {
        return unsupported(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    private Response set(String token, RequestBody body) {
        String password = password(body);
        try {
            if (!reset.set(token, password, language())) {
                return bad();
            }
        } catch (InvalidAccountException e) {
            if (wantsPage()) {
                return form(400, reset.objection(e, language()));
            }
            throw OwnAccountEndpoint.fault(NEW_PASSWORD, e);
        }
        return wantsPage()
                ? page(Page.of(language(), text("heading"), text("done")).response(200))
                : noContent();
    }

    /** What is wrong with the field is wrong with the password, too, and a browser's user is told so in the form. */
    private String password(RequestBody body) {
        Map<String, String> fields = wantsPage()
                ? body.textsWithout(List.of())
                : body.required(Map.of(), Map.of(NEW_PASSWORD, LONGEST_PASSWORD));
        return fields.getOrDefault(NEW_PASSWORD, "");
    }

    private Response bad() {
        return wantsPage()
                ? page(Page.of(language(), text("heading"), text("bad")).response(400))
                : problem(Problem.of(400, "Bad request", "This link is not good any more. Ask for another one."));
    }

    private Response form(int status, String said) {
        Locale locale = language();
        List<Page.Field> fields = List.of(new Page.Field(NEW_PASSWORD, text("field")));
        return page(new Page(locale, text("heading"), said, fields, text("button"), "").response(status));
    }

    private String text(String key) {
        return texts.text(language(), "page.reset." + key);
    }
}
