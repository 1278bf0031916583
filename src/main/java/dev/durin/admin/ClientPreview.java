package dev.durin.admin;

import dev.durin.client.Client;
import dev.durin.store.CappedCount;
import java.util.List;

/**
 * What a change of a client would do.
 *
 * @param client the client as it would be
 * @param affected how many live tokens it would make a difference for
 * @param effects what it would do, a sentence each
 */
public record ClientPreview(Client client, CappedCount affected, List<String> effects) {

    /** Copies the list. */
    public ClientPreview {
        effects = List.copyOf(effects);
    }
}
