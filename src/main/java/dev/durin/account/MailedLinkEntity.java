package dev.durin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code durin_mailed_link}. */
@Entity(name = "DurinMailedLink")
@Table(name = "durin_mailed_link")
class MailedLinkEntity {

    @Id
    private String selector;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    private String mail;

    @SuppressWarnings("UnusedVariable") // for whoever reads the table
    private long created;

    private long expiry;

    @Nullable
    private Long used;

    /** For the persistence provider. */
    protected MailedLinkEntity() {}

    MailedLinkEntity(String selector, String keyId, long accountId, LinkPurpose purpose, String mail) {
        this.selector = selector;
        this.keyId = keyId;
        this.accountId = accountId;
        this.purpose = purpose;
        this.mail = mail;
    }

    MailedLinkEntity lasting(Instant now, Instant until) {
        created = now.toEpochMilli();
        expiry = until.toEpochMilli();
        return this;
    }

    void setUsed(Instant now) {
        used = now.toEpochMilli();
    }

    MailedLink toLink() {
        return new MailedLink(selector, keyId, accountId, purpose, mail, Instant.ofEpochMilli(expiry), used != null);
    }
}
