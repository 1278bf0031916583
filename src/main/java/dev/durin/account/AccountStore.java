package dev.durin.account;

import dev.durin.config.Configured;
import dev.durin.config.Settings;
import dev.durin.event.AccountChanged;
import dev.durin.event.AccountChanged.What;
import dev.durin.spi.TimeSource;
import dev.durin.store.Announcer;
import dev.durin.store.EntityStore;
import dev.durin.store.Revocation;
import dev.durin.store.Revocations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes {@code durin_account}, inside a transaction of whoever calls. What is changed is locked when it is first
 * read, and looked for by its name in a transaction before: on MariaDB a transaction may not change what somebody else has
 * changed since it looked. Each change tells the other nodes to look the caller's tokens up again.
 */
@Dependent
class AccountStore {

    private final EntityStore store;
    private final Revocations revocations;
    private final Announcer announcer;
    private final boolean caseInsensitive;
    private final TimeSource time;

    @Inject
    AccountStore(
            EntityStore store,
            Revocations revocations,
            Announcer announcer,
            Settings settings,
            @Configured TimeSource time) {
        this.store = store;
        this.revocations = revocations;
        this.announcer = announcer;
        this.caseInsensitive = settings.accounts().caseInsensitiveNames();
        this.time = time;
    }

    /** The account that answers to a name, which can be one. */
    Optional<StoredAccount> find(String name) {
        return first(select("a.naturalName = :name").setParameter("name", natural(name)));
    }

    /** The account of an id. */
    Optional<Account> find(long id) {
        return Optional.ofNullable(store.entityManager().find(AccountEntity.class, id))
                .map(row -> row.toStored().account());
    }

    /** The accounts of some ids, in no order, without those that are gone. */
    List<Account> find(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : select("a.id IN :ids")
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(row -> row.toStored().account())
                        .toList();
    }

    /**
     * The account whose name is exactly this, which is what tokens know. Also one from a time when names were compared
     * otherwise: whoever was disabled then still is.
     */
    Optional<StoredAccount> findExactly(String name) {
        return select("a.naturalName IN :names")
                .setParameter("names", List.of(AccountName.natural(name, false), AccountName.natural(name, true)))
                .getResultStream()
                .map(AccountEntity::toStored)
                .filter(found -> found.account().name().equals(name))
                .findFirst();
    }

    /** The name of an account that names were compared otherwise for when it was made. */
    Optional<String> findComparedOtherwise() {
        return store.entityManager()
                .createQuery(
                        "SELECT a.name FROM DurinAccount a WHERE a.naturalName <> "
                                + (caseInsensitive ? "LOWER(a.naturalName)" : "a.name"),
                        String.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The accounts that come after a name. */
    List<Account> list(String after, int most) {
        return select("a.naturalName > :after ORDER BY a.naturalName")
                .setParameter("after", natural(after))
                .setMaxResults(most)
                .getResultStream()
                .map(row -> row.toStored().account())
                .toList();
    }

    /** A new account. */
    Account create(AccountDraft draft, String passwordHash) {
        return create(draft, passwordHash, Optional.empty());
    }

    /**
     * A new account, of which rows may be made that refer to it.
     *
     * @param unconfirmedUntil from when on it is abandoned, unless its mail address is confirmed before; empty: never
     */
    Account create(AccountDraft draft, String passwordHash, Optional<Instant> unconfirmedUntil) {
        AccountEntity row = new AccountEntity(draft, natural(draft.name()), passwordHash, time.now());
        unconfirmedUntil.ifPresent(row::setUnconfirmedUntil);
        store.entityManager().persist(row);
        // Before those that refer to it, and before anybody is told: there may be one of this name.
        store.entityManager().flush();
        Account account = row.toStored().account();
        announcer.announce(new AccountChanged(account.name(), What.CREATED));
        return account;
    }

    /** The changed account, or empty when it is gone. */
    Optional<Account> change(long id, What what, Consumer<AccountEntity> change) {
        Optional<AccountEntity> row = locked(id);
        row.ifPresent(found -> {
            change.accept(found);
            store.entityManager().flush();
            tell(found.name(), what);
        });
        return row.map(found -> found.toStored().account());
    }

    /** Gives an account another password. */
    Optional<Account> changePassword(long id, String passwordHash) {
        return change(id, What.PASSWORD, row -> row.setPasswordHash(passwordHash, time.now()));
    }

    /** The account, which nobody else changes before the transaction has ended; empty when it is gone. */
    Optional<StoredAccount> keep(long id) {
        return locked(id).map(AccountEntity::toStored);
    }

    /** Makes the hash of the same password anew, unless somebody has changed the password meanwhile. */
    int replaceHash(long id, String before, String now) {
        return store.entityManager()
                .createQuery("UPDATE DurinAccount a SET a.passwordHash = :now WHERE a.id = :id"
                        + " AND a.passwordHash = :before")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** The account as it is, and as it stays until the running transaction changes it or ends. */
    Optional<Account> lock(long id) {
        return locked(id).map(row -> row.toStored().account());
    }

    /**
     * When a link ends that confirms the address of an account: after so long, and no later than the name is free again.
     */
    Instant endOfLink(long id, Duration lifetime) {
        Instant end = time.now().plus(lifetime);
        return Optional.ofNullable(store.entityManager().find(AccountEntity.class, id))
                .flatMap(AccountEntity::unconfirmedUntil)
                .filter(end::isAfter)
                .orElse(end);
    }

    /** Whether nobody has confirmed an account in time, so that it goes with the next look at its name. */
    boolean isAbandoned(long id) {
        return Optional.ofNullable(store.entityManager().find(AccountEntity.class, id))
                .filter(row -> row.isAbandoned(time.now()))
                .isPresent();
    }

    /** Removes an account; false when it was gone already. */
    boolean delete(long id) {
        return delete(locked(id));
    }

    /** Removes an account that nobody has confirmed in time; false when it is none such, or gone already. */
    boolean deleteAbandoned(long id) {
        return delete(locked(id).filter(row -> row.isAbandoned(time.now())));
    }

    private boolean delete(Optional<AccountEntity> row) {
        row.ifPresent(found -> {
            store.entityManager().remove(found);
            tell(found.name(), What.DELETED);
        });
        return row.isPresent();
    }

    /** Removes some accounts that nobody has confirmed in time, passing by those that somebody has locked; their names. */
    List<String> purgeAbandoned(int most) {
        List<?> ids = store.entityManager()
                .createNativeQuery("SELECT id FROM durin_account WHERE state = 'PENDING' AND unconfirmed_until <= ?"
                        + " ORDER BY unconfirmed_until LIMIT " + most + " FOR UPDATE SKIP LOCKED")
                .setParameter(1, time.now().toEpochMilli())
                .getResultList();
        return ids.stream()
                .map(id -> store.entityManager().find(AccountEntity.class, ((Number) id).longValue()))
                .peek(row -> delete(Optional.of(row)))
                .map(AccountEntity::name)
                .toList();
    }

    private void tell(String caller, What what) {
        revocations.record(Revocation.ofCaller(caller));
        announcer.announce(new AccountChanged(caller, what));
    }

    private String natural(String name) {
        return AccountName.natural(name, caseInsensitive);
    }

    private Optional<AccountEntity> locked(long id) {
        return Optional.ofNullable(store.entityManager().find(AccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private TypedQuery<AccountEntity> select(String condition) {
        return store.entityManager()
                .createQuery("SELECT a FROM DurinAccount a WHERE " + condition, AccountEntity.class);
    }

    private static Optional<StoredAccount> first(TypedQuery<AccountEntity> query) {
        return query.getResultStream().findFirst().map(AccountEntity::toStored);
    }
}
