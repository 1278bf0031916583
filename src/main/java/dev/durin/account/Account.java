package dev.durin.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A caller whom Durin itself keeps. Neither the password nor a hash of it is in it. Immutable. */
public final class Account {

    private final long id;
    private final String name;
    private final AccountState state;
    private final Set<String> groups;
    private final AccountMail mail;
    private final Instant passwordChanged;
    private final Instant created;

    Account(
            long id,
            String name,
            AccountState state,
            Set<String> groups,
            AccountMail mail,
            Instant passwordChanged,
            Instant created) {
        this.id = id;
        this.name = name;
        this.state = state;
        this.groups = Set.copyOf(groups);
        this.mail = mail;
        this.passwordChanged = passwordChanged;
        this.created = created;
    }

    /**
     * The id. An account that was deleted and created again has another one.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * The name, as it was spelt when the account was created. It is the name of the caller.
     *
     * @return the name, at most 255 characters
     */
    public String name() {
        return name;
    }

    /**
     * Whether the caller may log in.
     *
     * @return the state
     */
    public AccountState state() {
        return state;
    }

    /**
     * The groups that the caller is in.
     *
     * @return the groups, possibly none
     */
    public Set<String> groups() {
        return groups;
    }

    /**
     * Where mail for the caller goes, confirmed or not. Not unique.
     *
     * @return the address, or empty when there is none
     */
    public Optional<String> mail() {
        return Optional.ofNullable(mail.address());
    }

    /**
     * The address that was last confirmed to be the caller's. It is another one than {@link #mail} after a change that
     * was not confirmed.
     *
     * @return the address, or empty when none was
     */
    public Optional<String> confirmedMail() {
        return Optional.ofNullable(mail.confirmedAddress());
    }

    /**
     * When that was.
     *
     * @return the instant, or empty when no address was confirmed
     */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(mail.confirmedAt());
    }

    /**
     * When the password was chosen.
     *
     * @return the instant
     */
    public Instant passwordChanged() {
        return passwordChanged;
    }

    /**
     * When the account was created.
     *
     * @return the instant
     */
    public Instant created() {
        return created;
    }

    /** Without the addresses, which are nobody's business who reads a log. */
    @Override
    public String toString() {
        return "Account[id=" + id + ", name=" + name + ", state=" + state + ", groups=" + groups + "]";
    }

    /**
     * What is known of an account's mail.
     *
     * @param address where mail goes
     * @param confirmedAddress the address that was last confirmed
     * @param confirmedAt when it was
     */
    record AccountMail(
            @Nullable String address,
            @Nullable String confirmedAddress,
            @Nullable Instant confirmedAt) {}
}
