package dev.durin.admin;

import dev.durin.client.Client;
import dev.durin.store.CappedCount;

/**
 * A client as operators see it.
 *
 * @param client the client
 * @param liveTokens how many of its tokens have not expired
 */
public record ManagedClient(Client client, CappedCount liveTokens) {}
