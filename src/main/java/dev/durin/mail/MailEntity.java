package dev.durin.mail;

import dev.durin.spi.MailKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
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

    @Enumerated(EnumType.STRING)
    private MailKind kind;

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
        this.kind = order.kind();
        this.caller = order.caller();
        this.mail = order.address();
        this.language = order.locale().toLanguageTag();
        this.link = order.link();
        this.nextAttempt = now.toEpochMilli();
        this.created = now.toEpochMilli();
    }

    int attempts() {
        return attempts;
    }

    Instant created() {
        return Instant.ofEpochMilli(created);
    }

    MailOrder order() {
        return new MailOrder(kind, caller, mail, Locale.forLanguageTag(language), link);
    }
}
