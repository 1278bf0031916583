package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.config.AtLimit;
import dev.durin.config.Settings;
import dev.durin.event.RevocationReason;
import dev.durin.store.Batches;
import dev.durin.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes room for a token where its caller may have so many, inside the transaction that makes it. */
@Dependent
class TokenRoom {

    /** No row has this id. */
    static final long NO_ROW = 0;

    private static final String COUNTED = " FROM DurinToken t, DurinClient c WHERE c.id = t.clientId"
            + " AND t.caller = :caller AND t.id <> :besides AND (t.expiry IS NULL OR t.expiry > :now)"
            // What no key checks any more is good for nothing, and nobody could end it to make room.
            + " AND t.keyId IN :keys AND c.name ";

    private final EntityStore store;
    private final TokenStore tokens;
    private final TokenKeys keys;
    private final Settings settings;

    @Inject
    TokenRoom(EntityStore store, TokenStore tokens, TokenKeys keys, Settings settings) {
        this.store = store;
        this.tokens = tokens;
        this.keys = keys;
        this.settings = settings;
    }

    /** The limits that hold for new tokens of a client. An API access token counts as none of all clients' together. */
    List<TokenLimit> limits(Client client, SlotRule rule) {
        boolean apiAccess = settings.apiAccess().isApiAccess(client.name());
        List<TokenLimit> limits = new ArrayList<>();
        if (!apiAccess || rule != SlotRule.ONCE) {
            client.maxPerCaller().ifPresent(most -> limits.add(new TokenLimit(most, true)));
        }
        if (!apiAccess) {
            settings.limit().maxPerCaller().ifPresent(most -> limits.add(new TokenLimit(most, false)));
        }
        return limits;
    }

    /**
     * Makes room for a token that takes no live one's place; what stands in the way, empty when nothing does.
     *
     * @param row the row whose expired token it follows, or {@link #NO_ROW}
     */
    Optional<SlotResult> forAnother(TokenIssue issue, long row, Instant now) {
        return make(issue, row, now, true);
    }

    /** The same for one that takes the place of a live one. It makes no more of them, so that it is never refused. */
    Optional<SlotResult> inPlaceOf(TokenIssue issue, long row, Instant now) {
        return make(issue, row, now, false);
    }

    private Optional<SlotResult> make(TokenIssue issue, long row, Instant now, boolean another) {
        for (TokenLimit limit : issue.limits()) {
            Optional<SlotResult> obstacle = make(issue, limit, row, now, another);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private Optional<SlotResult> make(TokenIssue issue, TokenLimit limit, long row, Instant now, boolean another) {
        long others = counted("SELECT COUNT(t.id)", "", Long.class, issue, limit, row, now)
                .getSingleResult();
        long tooMany = others + 1 - limit.most();
        if (tooMany <= 0) {
            return Optional.empty();
        }
        if (issue.client().atLimit().orElse(settings.limit().atLimit()) == AtLimit.REJECT) {
            return another ? Optional.of(new SlotResult.Refused(limit)) : Optional.empty();
        }
        counted("SELECT t.id", " ORDER BY t.created, t.id", Long.class, issue, limit, row, now)
                .setMaxResults((int) Math.min(tooMany, Batches.SIZE))
                .getResultList()
                .forEach(id -> evict(issue.caller(), id, now));
        return tooMany > Batches.SIZE ? Optional.of(new SlotResult.Unfinished()) : Optional.empty();
    }

    /** One that somebody else ends at this moment is no longer too many. */
    private void evict(String caller, long id, Instant now) {
        tokens.findLive(caller, id, now)
                .ifPresent(token -> tokens.revoke(token.token(), token.selector(), RevocationReason.EVICTED));
    }

    private <T> TypedQuery<T> counted(
            String select, String order, Class<T> type, TokenIssue issue, TokenLimit limit, long row, Instant now) {
        return store.entityManager()
                .createQuery(select + COUNTED + (limit.ofClient() ? "= :client" : "<> :client") + order, type)
                .setParameter("caller", issue.caller())
                .setParameter("besides", row)
                .setParameter("now", now.toEpochMilli())
                .setParameter("keys", keys.all().stream().map(TokenKey::id).toList())
                .setParameter(
                        "client",
                        limit.ofClient()
                                ? issue.client().name()
                                : settings.apiAccess().client());
    }
}
