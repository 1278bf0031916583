package dev.durin.admin;

import dev.durin.account.Account;
import dev.durin.account.Accounts;
import dev.durin.account.InvalidAccountException;
import dev.durin.config.Part;
import dev.durin.event.OperatorActed;
import dev.durin.event.OperatorActed.Action;
import dev.durin.store.Announcer;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;

/** What operators do with the accounts that Durin keeps. Every change is announced with who has made it. Thread-safe. */
@Part
public class AccountOperations {

    private static final String UNFINISHED =
            "It could not be finished: look whether it is disabled, and whether it has tokens.";

    private final Accounts accounts;
    private final Announcer announcer;

    @Inject
    AccountOperations(Accounts accounts, Announcer announcer) {
        this.accounts = accounts;
        this.announcer = announcer;
    }

    /**
     * Disables an account and ends its caller's tokens.
     *
     * @param operator the name of the operator
     * @param account the account
     * @return how many tokens ended
     * @throws InvalidAccountException when there is no such account any more
     */
    public int disable(String operator, Account account) {
        int ended;
        try {
            ended = accounts.disable(account.name());
        } catch (InvalidAccountException e) {
            // Somebody has deleted it meanwhile: nothing was done.
            throw e;
        } catch (RuntimeException | Error e) {
            announce(operator, Action.ACCOUNT_DISABLED, account, UNFINISHED, 0);
            throw e;
        }
        announce(operator, Action.ACCOUNT_DISABLED, account, "", ended);
        return ended;
    }

    /**
     * Makes an account active.
     *
     * @param operator the name of the operator
     * @param account the account
     * @return the account from then on
     * @throws InvalidAccountException when there is no such account any more
     */
    public Account enable(String operator, Account account) {
        Account enabled = accounts.enable(account.name());
        announce(operator, Action.ACCOUNT_ENABLED, account, "", 0);
        return enabled;
    }

    /**
     * Gives an account other groups.
     *
     * @param operator the name of the operator
     * @param account the account
     * @param groups its groups from now on
     * @return the account from then on
     * @throws InvalidAccountException when there is no such account any more, or the groups are too long
     */
    public Account changeGroups(String operator, Account account, Set<String> groups) {
        Account changed = accounts.changeGroups(account.name(), groups);
        String detail = "From " + new TreeSet<>(account.groups()) + " to " + new TreeSet<>(changed.groups()) + ".";
        announce(operator, Action.ACCOUNT_GROUPS_CHANGED, account, detail, 0);
        return changed;
    }

    /**
     * Mails a link that confirms the address of an account.
     *
     * @param operator the name of the operator
     * @param account the account
     * @return false when the account has had as many mails as there may be
     * @throws InvalidAccountException when there is nothing to confirm
     */
    public boolean sendConfirmation(String operator, Account account) {
        boolean sent = accounts.sendConfirmation(account.name());
        if (sent) {
            announce(operator, Action.CONFIRMATION_SENT, account, "", 0);
        }
        return sent;
    }

    private void announce(String operator, Action action, Account account, String detail, int affected) {
        announcer.announce(new OperatorActed(operator, action, account.name(), detail, affected));
    }
}
