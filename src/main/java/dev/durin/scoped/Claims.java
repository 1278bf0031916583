package dev.durin.scoped;

import dev.durin.usage.Selector;
import java.time.Instant;
import java.util.List;

/**
 * What a scoped token says. The times are whole seconds.
 *
 * @param issuer who made it
 * @param audience whom it is for
 * @param caller the caller's name
 * @param id its id
 * @param issued when it was made, and from when on it is good
 * @param expiry when it ends
 * @param generation how often all of the caller's had ended when it was made
 * @param parent what finds the token that it was made with, masked; empty without one
 * @param recipient whom it is for, or an empty text
 * @param operations what it may do
 */
record Claims(
        String issuer,
        String audience,
        String caller,
        Selector id,
        Instant issued,
        Instant expiry,
        long generation,
        String parent,
        String recipient,
        List<Operation> operations) {

    /** Copies the operations, and checks the caller's name and the recipient. */
    Claims {
        operations = List.copyOf(operations);
        ScopedTokenRequest.requireCaller(caller);
        if (!recipient.isEmpty()) {
            ScopedTokenRequest.requireRecipient(recipient);
        }
    }
}
