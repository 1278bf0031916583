package dev.durin.client;

/** What a client that goes takes with it. Implemented where tokens are known, which is above this package. */
@FunctionalInterface
public interface ClientTokens {

    /**
     * Ends every token of a client, in transactions of their own.
     *
     * @param client the client
     * @return how many there were
     */
    int endAll(Client client);
}
