package dev.durin.it.confirmedlater;

import dev.durin.account.Account;
import dev.durin.account.AccountState;
import dev.durin.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

@ApplicationScoped
public class ConfirmationReminder {

    @Inject
    Accounts accounts;

    public int remind() {
        int mails = 0;
        List<Account> page = accounts.list("", 100);
        while (!page.isEmpty()) {
            for (Account account : page) {
                if (isWaiting(account) && accounts.sendConfirmation(account.name())) {
                    mails++;
                }
            }
            page = accounts.list(page.get(page.size() - 1).name(), 100);
        }
        return mails;
    }

    private static boolean isWaiting(Account account) {
        return account.state() != AccountState.DISABLED
                && account.mail().isPresent()
                && !account.mail().equals(account.confirmedMail());
    }
}
