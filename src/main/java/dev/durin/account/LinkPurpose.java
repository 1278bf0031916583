package dev.durin.account;

import java.util.Set;

/** What a link in a mail is for. */
enum LinkPurpose {
    /** To confirm the address of an account, which is active from then on if it was pending. */
    REGISTRATION,
    /** To confirm that mail shall go to another address. */
    ADDRESS,
    /** To set another password. */
    PASSWORD;

    /** Whether such a link tells that an address is the caller's. */
    boolean confirms() {
        return this != PASSWORD;
    }

    /**
     * Which other links of the account are of no use any more when one of these is used. Another address voids all: they
     * were sent to the one before.
     */
    Set<LinkPurpose> voided() {
        return this == ADDRESS ? Set.of(values()) : Set.of(this);
    }
}
