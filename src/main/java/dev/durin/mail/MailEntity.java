package dev.durin.mail;

import dev.durin.spi.MailKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code durin_mail}. */
@Entity(name = "DurinMail")
@Table(name = "durin_mail")
class MailEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "durin_mail_id")
    @SequenceGenerator(name = "durin_mail_id", sequenceName = "durin_mail_id", allocationSize = 50)
    @Nullable
    private Long id;

    /** A text, for a later version may know more kinds; this one leaves them to it. */
    private String kind;

    private String caller;

    private String mail;

    private String language;

    private String link;

    private int attempts;

    @Column(name = "next_attempt")
    private long nextAttempt;

    private long created;

    /** For the persistence provider. */
    protected MailEntity() {}

    MailEntity(MailOrder order, Instant now) {
        this.kind = order.kind().name();
        this.caller = order.caller();
        this.mail = order.address();
        this.language = order.locale().toLanguageTag();
        this.link = order.link();
        this.nextAttempt = now.toEpochMilli();
        this.created = now.toEpochMilli();
    }

    /** What there is to send, of a row that is written and of a kind that this version knows. */
    DueMail toDue() {
        return new DueMail(
                Objects.requireNonNull(id),
                attempts,
                Instant.ofEpochMilli(created),
                new MailOrder(MailKind.valueOf(kind), caller, mail, Locale.forLanguageTag(language), link));
    }
}
