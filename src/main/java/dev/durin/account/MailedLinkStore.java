package dev.durin.account;

import dev.durin.config.Configured;
import dev.durin.spi.TimeSource;
import dev.durin.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes {@code durin_mailed_link}, inside a transaction of whoever calls. */
@Dependent
class MailedLinkStore {

    private final EntityStore store;
    private final LinkTexts texts;
    private final TimeSource time;

    @Inject
    MailedLinkStore(EntityStore store, LinkTexts texts, @Configured TimeSource time) {
        this.store = store;
        this.texts = texts;
        this.time = time;
    }

    /** A new link. The transaction must have made or locked the account's row. */
    MailedLink create(long accountId, LinkPurpose purpose, String mail, Duration lifetime) {
        return create(accountId, purpose, mail, time.now().plus(lifetime));
    }

    /** A new link that is good until then. The transaction must have made or locked the account's row. */
    MailedLink create(long accountId, LinkPurpose purpose, String mail, Instant end) {
        MailedLinkEntity row = new MailedLinkEntity(texts.newSelector(), texts.keyId(), accountId, purpose, mail)
                .lasting(time.now(), end);
        store.entityManager().persist(row);
        return row.toLink();
    }

    /** The link of a selector, good or not. */
    Optional<MailedLink> find(String selector) {
        return Optional.ofNullable(store.entityManager().find(MailedLinkEntity.class, selector))
                .map(MailedLinkEntity::toLink);
    }

    /**
     * Uses a link up, and voids the others of its account that go with it. The transaction must have locked the account's
     * row, so that of several at once that want to use a link one does.
     *
     * @return false when it is not good any more
     */
    boolean use(MailedLink link) {
        Optional<MailedLinkEntity> row = Optional.ofNullable(
                store.entityManager().find(MailedLinkEntity.class, link.selector(), LockModeType.PESSIMISTIC_WRITE));
        if (row.filter(found -> found.toLink().isGood(time.now())).isEmpty()) {
            return false;
        }
        row.get().setUsed(time.now());
        store.entityManager()
                .createQuery("DELETE FROM DurinMailedLink l WHERE l.accountId = :account AND l.purpose IN :purposes"
                        + " AND l.selector <> :used")
                .setParameter("account", link.accountId())
                .setParameter("purposes", link.purpose().voided())
                .setParameter("used", link.selector())
                .executeUpdate();
        return true;
    }

    /** Voids an account's links of a purpose. */
    void voidAll(long accountId, LinkPurpose purpose) {
        store.entityManager()
                .createQuery("DELETE FROM DurinMailedLink l WHERE l.accountId = :account AND l.purpose = :purpose")
                .setParameter("account", accountId)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    /** Voids an account's links of a purpose but for those that were sent to this address. */
    void voidAllElsewhere(long accountId, LinkPurpose purpose, String address) {
        store.entityManager()
                .createQuery("DELETE FROM DurinMailedLink l"
                        + " WHERE l.accountId = :account AND l.purpose = :purpose AND l.mail <> :mail")
                .setParameter("account", accountId)
                .setParameter("purpose", purpose)
                .setParameter("mail", address)
                .executeUpdate();
    }

    /** Voids the links of an account that were sent to another address than the one that it has now. */
    void voidThoseSentElsewhere(Account account) {
        store.entityManager()
                .createQuery("DELETE FROM DurinMailedLink l WHERE l.accountId = :account AND l.mail <> :mail")
                .setParameter("account", account.id())
                .setParameter("mail", account.mail().orElse(""))
                .executeUpdate();
    }

    /** Voids every link of an account. */
    void voidAll(long accountId) {
        store.entityManager()
                .createQuery("DELETE FROM DurinMailedLink l WHERE l.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Removes some links that are not good any more, so many at most, passing by those that somebody has locked. */
    int purgeSome(int most) {
        List<?> selectors = store.entityManager()
                .createNativeQuery("SELECT selector FROM durin_mailed_link WHERE expiry <= ? ORDER BY expiry LIMIT "
                        + most + " FOR UPDATE SKIP LOCKED")
                .setParameter(1, time.now().toEpochMilli())
                .getResultList();
        if (!selectors.isEmpty()) {
            store.entityManager()
                    .createQuery("DELETE FROM DurinMailedLink l WHERE l.selector IN :selectors")
                    .setParameter("selectors", selectors)
                    .executeUpdate();
        }
        return selectors.size();
    }
}
