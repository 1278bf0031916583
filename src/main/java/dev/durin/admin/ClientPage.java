package dev.durin.admin;

import dev.durin.store.CappedCount;
import java.util.List;

/**
 * Some clients of a list.
 *
 * @param clients the clients by name
 * @param more whether there are more behind the last one
 * @param count how many clients the whole list has
 */
public record ClientPage(List<ManagedClient> clients, boolean more, CappedCount count) {

    /** Copies the list. */
    public ClientPage {
        clients = List.copyOf(clients);
    }
}
