package dev.durin.account;

import dev.durin.store.GroupText;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code durin_account}. */
@Entity(name = "DurinAccount")
@Table(name = "durin_account")
class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "durin_account_id")
    @SequenceGenerator(name = "durin_account_id", sequenceName = "durin_account_id", allocationSize = 50)
    @Nullable
    private Long id;

    private String name;

    @SuppressWarnings("UnusedVariable") // read by queries
    @Column(name = "natural_name")
    private String naturalName;

    @Nullable
    private String mail;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    @Column(name = "caller_groups", length = 100_000)
    private String groups;

    @Column(name = "confirmed_mail")
    @Nullable
    private String confirmedMail;

    @Column(name = "confirmed_at")
    @Nullable
    private Long confirmedAt;

    @Column(name = "password_changed")
    private long passwordChanged;

    private long created;

    @Column(name = "unconfirmed_until")
    @Nullable
    private Long unconfirmedUntil;

    /** For the persistence provider. */
    protected AccountEntity() {}

    AccountEntity(AccountDraft draft, String naturalName, String passwordHash, Instant created) {
        this.name = draft.name();
        this.naturalName = naturalName;
        this.mail = draft.mail().orElse(null);
        if (draft.isConfirmed()) {
            this.confirmedMail = mail;
            this.confirmedAt = created.toEpochMilli();
        }
        this.state = draft.state();
        this.created = created.toEpochMilli();
        setPasswordHash(passwordHash, created);
        setGroups(draft.groups());
    }

    /** Always later than before, also when it is changed twice within a millisecond: logins tell passwords apart by it. */
    final void setPasswordHash(String hash, Instant now) {
        passwordHash = hash;
        passwordChanged = Math.max(now.toEpochMilli(), passwordChanged + 1);
    }

    final void setGroups(Set<String> names) {
        groups = GroupText.write(names);
    }

    void setMail(@Nullable String address) {
        mail = address;
    }

    /** What has become active waits for nothing any more, and must not go as if it did. */
    void setState(AccountState newState) {
        state = newState;
        if (newState == AccountState.ACTIVE) {
            unconfirmedUntil = null;
        }
    }

    void setUnconfirmedUntil(Instant until) {
        unconfirmedUntil = until.toEpochMilli();
    }

    /** The address is the caller's, so the account gets it. */
    void setConfirmedMail(String address, Instant now) {
        mail = address;
        confirmedMail = address;
        confirmedAt = now.toEpochMilli();
        if (state == AccountState.PENDING) {
            setState(AccountState.ACTIVE);
        }
    }

    /** From when on its name is free again, unless it is confirmed before; empty when it stays. */
    Optional<Instant> unconfirmedUntil() {
        return Optional.ofNullable(unconfirmedUntil).map(Instant::ofEpochMilli);
    }

    /** Whether nobody has confirmed it in time, so that its name is free again. */
    boolean isAbandoned(Instant now) {
        return state == AccountState.PENDING && unconfirmedUntil != null && unconfirmedUntil <= now.toEpochMilli();
    }

    String name() {
        return name;
    }

    StoredAccount toStored() {
        Account account = new Account(
                id == null ? 0 : id,
                name,
                state,
                GroupText.read(groups),
                new Account.AccountMail(
                        mail, confirmedMail, confirmedAt == null ? null : Instant.ofEpochMilli(confirmedAt)),
                Instant.ofEpochMilli(passwordChanged),
                Instant.ofEpochMilli(created));
        return new StoredAccount(account, passwordHash);
    }
}
