package dev.durin.mail;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.mail.MailLinks.MailLink;
import dev.durin.spi.MailText;
import dev.durin.spi.TimeSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes mails, when they are sent. Thread-safe. */
@Part
class MailWriter {

    /** Looked up when a link is needed, for who makes links also puts mail into the outbox. */
    private final Instance<MailLinks> links;

    private final MailText text;
    private final TimeSource time;

    @Inject
    MailWriter(Instance<MailLinks> links, @Configured MailText text, @Configured TimeSource time) {
        this.links = links;
        this.text = text;
        this.time = time;
    }

    /** The mail, or empty when its link is not good any more. */
    Optional<Letter> write(DueMail mail) {
        Instant now = time.now();
        return link(mail.order(), now).map(link -> write(mail, link, now));
    }

    private Optional<MailLink> link(MailOrder order, Instant now) {
        return order.link().isEmpty()
                ? Optional.of(new MailLink("", now))
                : links.stream().findFirst().flatMap(maker -> maker.of(order));
    }

    private Letter write(DueMail mail, MailLink link, Instant now) {
        MailOrder order = mail.order();
        MailText.Text written = text.write(
                new MailText.Mail(order.kind(), order.caller(), link.url(), link.validUntil(), order.locale()));
        return new Letter(id(mail), order.address(), written.subject(), written.body(), now);
    }

    /** The same at each attempt, so that a mailbox can know a mail again that was sent twice. */
    private static String id(DueMail mail) {
        String row = mail.id() + " " + mail.created() + " " + mail.order().address();
        return UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
