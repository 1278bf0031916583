package dev.durin.usage;

/** What has to be known of a token to record its uses. Implemented where tokens are known, which is above this package. */
public interface UsedToken {

    /**
     * The id of its row, which it may share with a token that comes after it.
     *
     * @return the id
     */
    long id();

    /**
     * What tells it from every other token.
     *
     * @return the selector
     */
    String selector();

    /**
     * The name of its caller.
     *
     * @return the name
     */
    String caller();

    /**
     * The id of its client.
     *
     * @return the id
     */
    long clientId();
}
