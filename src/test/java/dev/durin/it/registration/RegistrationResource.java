package dev.durin.it.registration;

import dev.durin.access.IgnoresToken;
import dev.durin.account.AccountDesk;
import dev.durin.account.Accounts;
import dev.durin.account.InvalidAccountException;
import dev.durin.mail.MailLinks;
import dev.durin.mail.MailOrder;
import dev.durin.spi.MailKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import java.util.Locale;

/** Lets a test read links without a mail server, and make some that no endpoint makes. */
@Path("registration/{what}")
@RequestScoped
@IgnoresToken
@Produces("text/plain;charset=UTF-8")
public class RegistrationResource {

    @Inject
    Accounts accounts;

    @Inject
    MailLinks links;

    @Inject
    AccountDesk desk;

    @POST
    public String call(@PathParam("what") String what, Form form) {
        String name = form.asMap().getFirst("name");
        String value = form.asMap().getFirst("value");
        try {
            return switch (what) {
                case "url" -> url(name, value);
                case "link" ->
                    url(
                            desk.link(name, value, form.asMap().getFirst("mail")),
                            form.asMap().getFirst("mail"));
                case "purge" -> String.valueOf(desk.purge());
                case "waiting" -> String.valueOf(desk.waiting());
                case "send" -> String.valueOf(accounts.sendConfirmation(name));
                default -> throw new IllegalArgumentException(what);
            };
        } catch (InvalidAccountException e) {
            return e.field() + ": " + e.getMessage();
        } catch (IllegalStateException e) {
            return "off: " + e.getMessage();
        }
    }

    /** As the mail of a link would have it. */
    private String url(String selector, String address) {
        return links.of(new MailOrder(MailKind.CONFIRM_REGISTRATION, "", address, Locale.ROOT, selector))
                .map(MailLinks.MailLink::url)
                .orElse("none");
    }
}
