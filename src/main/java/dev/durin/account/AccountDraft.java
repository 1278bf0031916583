package dev.durin.account;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new account shall be: {@code AccountDraft.named("alice").password(password).groups(Set.of("user"))}. Without a
 * mail address, groups and a state it has none, none, and is active. Immutable: every method answers another draft. Never
 * shows the password.
 */
public final class AccountDraft {

    private final String name;
    private final String password;
    private final @Nullable String mail;
    private final boolean confirmed;
    private final Set<String> groups;
    private final AccountState state;

    private AccountDraft(
            String name,
            String password,
            @Nullable String mail,
            boolean confirmed,
            Set<String> groups,
            AccountState state) {
        this.name = name;
        this.password = password;
        this.mail = mail;
        this.confirmed = confirmed;
        this.groups = Set.copyOf(groups);
        this.state = state;
    }

    /**
     * An account of this name.
     *
     * @param name 1 to 255 characters, none of them a control character, no space at either end
     * @return the draft
     * @throws InvalidAccountException when the name cannot be used
     */
    public static AccountDraft named(String name) {
        AccountName.fault(name).ifPresent(fault -> {
            throw new InvalidAccountException("name", fault);
        });
        return new AccountDraft(name, "", null, false, Set.of(), AccountState.ACTIVE);
    }

    /**
     * With this password, of which every character counts, spaces at either end included.
     *
     * @param newPassword the password
     * @return the draft with it
     */
    public AccountDraft password(String newPassword) {
        return new AccountDraft(name, newPassword, mail, confirmed, groups, state);
    }

    /**
     * With this mail address.
     *
     * @param address the address, at most 320 characters
     * @return the draft with it
     * @throws InvalidAccountException when it cannot be one
     */
    public AccountDraft mail(String address) {
        return new AccountDraft(name, password, MailAddress.checked(address), false, groups, state);
    }

    /**
     * With this mail address, of which it is known that it is the caller's: somebody else has had it confirmed.
     *
     * @param address the address, at most 320 characters
     * @return the draft with it
     * @throws InvalidAccountException when it cannot be one
     */
    public AccountDraft confirmedMail(String address) {
        return new AccountDraft(name, password, MailAddress.checked(address), true, groups, state);
    }

    /**
     * With these groups.
     *
     * @param names the groups, together of less than 100,000 characters
     * @return the draft with them
     * @throws InvalidAccountException when they are longer
     */
    public AccountDraft groups(Set<String> names) {
        return new AccountDraft(name, password, mail, confirmed, AccountGroups.checked(names), state);
    }

    /**
     * In this state.
     *
     * @param newState whether the caller may log in
     * @return the draft with it
     */
    public AccountDraft state(AccountState newState) {
        return new AccountDraft(name, password, mail, confirmed, groups, newState);
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    Optional<String> mail() {
        return Optional.ofNullable(mail);
    }

    boolean isConfirmed() {
        return confirmed;
    }

    Set<String> groups() {
        return groups;
    }

    AccountState state() {
        return state;
    }

    @Override
    public String toString() {
        return "AccountDraft[" + name + "]";
    }
}
