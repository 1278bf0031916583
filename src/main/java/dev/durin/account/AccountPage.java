package dev.durin.account;

import dev.durin.store.CappedCount;
import java.util.List;

/**
 * Some accounts of a list.
 *
 * @param accounts the accounts by name
 * @param more whether there are more behind the last one
 * @param count how many accounts the whole list has
 */
public record AccountPage(List<Account> accounts, boolean more, CappedCount count) {

    /** Copies the list. */
    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
