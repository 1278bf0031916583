package dev.durin.client;

/** What a change of a client means for its tokens. Implemented where tokens are known, which is above this package. */
public interface ClientTokens {

    /**
     * Told after a client was changed, or may have been: nothing known of it before holds any more.
     *
     * @param clientId the client's id
     */
    void changed(long clientId);

    /**
     * Ends every token of a client, in transactions of their own.
     *
     * @param client the client
     * @return how many there were
     */
    int endAll(Client client);

    /**
     * Ends every token of a client in the running transaction, which keeps others from making any.
     *
     * @param client the client
     * @return how many there were
     */
    int endRest(Client client);
}
