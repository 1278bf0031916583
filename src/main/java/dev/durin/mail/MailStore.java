package dev.durin.mail;

import dev.durin.spi.MailKind;
import dev.durin.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes {@code durin_mail}, inside a transaction of whoever calls. */
@Dependent
class MailStore {

    private static final List<String> KINDS =
            Stream.of(MailKind.values()).map(MailKind::name).toList();

    private final EntityStore store;

    @Inject
    MailStore(EntityStore store) {
        this.store = store;
    }

    /** What it is time for, in the order in which it should be sent. */
    List<DueMail> due(Instant now, int most) {
        return store.entityManager()
                .createQuery(
                        "SELECT m FROM DurinMail m WHERE m.nextAttempt <= :now AND m.kind IN :kinds"
                                + " ORDER BY m.nextAttempt, m.id",
                        MailEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("kinds", KINDS)
                .setMaxResults(most)
                .getResultStream()
                .map(MailEntity::toDue)
                .toList();
    }

    /**
     * Begins an attempt. Of several nodes one does: each attempt is counted once.
     *
     * @param until from when on the attempt is taken for lost
     * @return false when somebody else has begun one, or the mail is gone
     */
    boolean claim(DueMail mail, Instant until) {
        return update(mail, mail.attempts(), mail.attempts() + 1, until);
    }

    /** Has a mail whose attempt failed sent again later, unless somebody else has begun an attempt meanwhile. */
    void postpone(DueMail mail, Instant until) {
        update(mail, mail.attempts() + 1, mail.attempts() + 1, until);
    }

    private boolean update(DueMail mail, int seen, int attempts, Instant next) {
        return store.entityManager()
                        .createQuery("UPDATE DurinMail m SET m.attempts = :attempts, m.nextAttempt = :next"
                                + " WHERE m.id = :id AND m.attempts = :seen")
                        .setParameter("attempts", attempts)
                        .setParameter("next", next.toEpochMilli())
                        .setParameter("id", mail.id())
                        .setParameter("seen", seen)
                        .executeUpdate()
                == 1;
    }

    /** Removes a mail. */
    void remove(DueMail mail) {
        store.delete("durin_mail", List.of(mail.id()));
    }
}
