package dev.durin.it.mail;

import dev.durin.access.IgnoresToken;
import dev.durin.mail.MailOrder;
import dev.durin.mail.Outbox;
import dev.durin.spi.MailKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;

/** Lets a test put mail into the outbox, in a transaction that commits or does not. */
@Path("mail/{end}")
@RequestScoped
@IgnoresToken
@Produces("text/plain;charset=UTF-8")
public class MailResource {

    @Inject
    Outbox outbox;

    @Inject
    UserTransaction transaction;

    @POST
    public String put(@PathParam("end") String end, Form form) {
        MultivaluedMap<String, String> fields = form.asMap();
        try {
            transaction.begin();
            int count = Integer.parseInt(fields.getFirst("count"));
            for (int number = 0; number < count; number++) {
                outbox.put(order(fields, number));
            }
            if (end.equals("commit")) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
            return end;
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MailOrder order(MultivaluedMap<String, String> fields, int number) {
        return new MailOrder(
                MailKind.valueOf(fields.getFirst("kind")),
                fields.getFirst("caller"),
                fields.getFirst("address").replace("#", String.valueOf(number)),
                Locale.forLanguageTag(fields.getFirst("language")),
                fields.getFirst("link"));
    }
}
