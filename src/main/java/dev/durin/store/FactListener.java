package dev.durin.store;

/**
 * Hears of every fact that Durin announces once it has happened for good: the transaction has committed, or there was none.
 * Not an observer of CDI's, of which each costs something for each fact also where nobody wants to know. Implemented where
 * facts are kept, which is above this package.
 */
public interface FactListener {

    /**
     * A fact. On the thread on which it happened, so it must be quick; it must not throw.
     *
     * @param fact a record of {@code dev.durin.event}
     */
    void happened(Object fact);
}
