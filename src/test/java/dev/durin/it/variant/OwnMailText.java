package dev.durin.it.variant;

import dev.durin.spi.MailText;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Says in its own words what the mail is about, and whether there is a transaction while it is sent. */
@ApplicationScoped
public class OwnMailText implements MailText {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Override
    public Text write(Mail mail) {
        if (mail.caller().equals("nobody")) {
            throw new IllegalStateException("no words for nobody");
        }
        boolean outside = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        return new Text(
                mail.caller() + "\r\nBcc: eve@example.com",
                mail.kind() + " " + mail.link() + " " + mail.validUntil() + " " + mail.locale() + " outside "
                        + outside);
    }
}
