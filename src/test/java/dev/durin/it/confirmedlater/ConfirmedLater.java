package dev.durin.it.confirmedlater;

import dev.durin.account.Account;
import dev.durin.account.Accounts;
import dev.durin.event.CallerRegistered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Mails a link to whoever registers with an address, and tells whether it was followed. */
@ApplicationScoped
public class ConfirmedLater {

    @Inject
    Accounts accounts;

    void registered(@ObservesAsync CallerRegistered event) {
        if (accounts.find(event.caller()).flatMap(Account::mail).isPresent()) {
            accounts.sendConfirmation(event.caller());
        }
    }

    public boolean isConfirmed(String caller) {
        return accounts.find(caller).flatMap(Account::confirmedMail).isPresent();
    }
}
