package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.event.ExpirySource;
import dev.durin.event.RevocationReason;
import dev.durin.event.TokenExpired;
import dev.durin.event.TokenIssued;
import dev.durin.event.TokenRevoked;
import dev.durin.store.Announcer;
import dev.durin.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/**
 * Puts tokens into {@code durin_token}, inside a transaction of whoever calls.
 *
 * <p>The unique key (caller, client, slot) decides every race: whoever inserts second gets a conflict, looks again, and
 * finds the first one's row.
 */
@Dependent
class SlotStore {

    /** The slot of the policies that keep one token for each caller and client. */
    static final String ONE_SLOT = "";

    private final EntityStore store;
    private final Announcer announcer;
    private final TokenChanges changes;
    private final TokenKeys keys;
    private final TokenRoom room;

    @Inject
    SlotStore(EntityStore store, Announcer announcer, TokenChanges changes, TokenKeys keys, TokenRoom room) {
        this.store = store;
        this.announcer = announcer;
        this.changes = changes;
        this.keys = keys;
        this.room = room;
    }

    /** A token beside all others of its caller and client. */
    SlotResult insert(TokenIssue issue, FreshToken fresh) {
        return insert(issue, fresh.selector(), fresh);
    }

    /** The first token in the only slot of its caller and client. */
    SlotResult insertIntoOneSlot(TokenIssue issue, FreshToken fresh) {
        return insert(issue, ONE_SLOT, fresh);
    }

    private SlotResult insert(TokenIssue issue, String slot, FreshToken fresh) {
        return room.forAnother(issue, TokenRoom.NO_ROW, fresh.now())
                .orElseGet(() ->
                        insert(new TokenEntity(issue.request(), issue.client().id(), slot, fresh), issue.client()));
    }

    /**
     * The row in the only slot of a caller and a client. To be looked for before the transaction that changes it: on
     * MariaDB a lock on a row that is not there locks the place of others, too, and what a transaction has seen without a
     * lock it may not change when somebody else did.
     */
    Optional<Long> findOneSlot(String caller, Client client) {
        return store.entityManager()
                .createQuery(
                        "SELECT t.id FROM DurinToken t WHERE t.caller = :caller AND t.clientId = :client AND t.slot = :slot",
                        Long.class)
                .setParameter("caller", caller)
                .setParameter("client", client.id())
                .setParameter("slot", ONE_SLOT)
                .getResultStream()
                .findFirst();
    }

    /** The only token of its caller and client, in the row that there is; empty when that is gone. */
    Optional<SlotResult> intoOneSlot(long id, TokenIssue issue, FreshToken fresh) {
        return Optional.ofNullable(store.entityManager().find(TokenEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> intoRow(row, issue, fresh));
    }

    private SlotResult intoRow(TokenEntity row, TokenIssue issue, FreshToken fresh) {
        if (row.hasExpired(fresh.now())) {
            return room.forAnother(issue, row.id(), fresh.now()).orElseGet(() -> followExpired(row, issue, fresh));
        }
        if (keys.byId(row.keyId()).isEmpty()) {
            // It is good for nothing any more, so there is one more of them afterwards.
            return room.forAnother(issue, row.id(), fresh.now())
                    .orElseGet(() -> replace(row, issue, fresh, RevocationReason.KEY_RETIRED));
        }
        if (issue.rule() == SlotRule.REPLACE) {
            return room.inPlaceOf(issue, row.id(), fresh.now())
                    .orElseGet(() -> replace(row, issue, fresh, RevocationReason.REPLACED));
        }
        if (issue.rule() == SlotRule.REUSE) {
            changes.record(row.selector());
            row.loggedInAgain(issue.request());
        }
        return new SlotResult.Existing(row.toStored(StoredClient.of(issue.client())));
    }

    private SlotResult followExpired(TokenEntity row, TokenIssue issue, FreshToken fresh) {
        announcer.announce(new TokenExpired(issue.caller(), issue.client().name(), row.id(), ExpirySource.LOGIN));
        changes.forget(row.selector());
        return startAnew(row, issue, fresh);
    }

    private SlotResult replace(TokenEntity row, TokenIssue issue, FreshToken fresh, RevocationReason reason) {
        announcer.announce(new TokenRevoked(issue.caller(), issue.client().name(), row.id(), reason));
        changes.record(row.selector());
        return startAnew(row, issue, fresh);
    }

    private SlotResult startAnew(TokenEntity row, TokenIssue issue, FreshToken fresh) {
        row.startAnew(issue.request(), fresh);
        store.entityManager().flush();
        return issued(row, issue.client());
    }

    private SlotResult insert(TokenEntity row, Client client) {
        store.keepReferenced("durin_client", client.id());
        store.entityManager().persist(row);
        // Before anybody is told: the database may refuse the row.
        store.entityManager().flush();
        return issued(row, client);
    }

    private SlotResult issued(TokenEntity row, Client client) {
        StoredToken stored = row.toStored(StoredClient.of(client));
        Token token = stored.token();
        announcer.announce(new TokenIssued(token.caller(), token.client(), token.id(), token.expiry()));
        return new SlotResult.Issued(stored);
    }
}
