package dev.durin.admin;

import dev.durin.config.Part;
import dev.durin.token.CacheStatistics;
import dev.durin.token.Tokens;
import dev.durin.usage.ClientUses;
import dev.durin.usage.HourlyCounts;
import dev.durin.usage.HourlyRefusals;
import dev.durin.usage.HourlyRequests;
import dev.durin.usage.TotalUses;
import jakarta.inject.Inject;
import java.util.List;

/** Figures for operators: of all nodes from the tables, and of this one from memory. Thread-safe. */
@Part
public class Figures {

    private final ClientOperations clients;
    private final RecentUses uses;
    private final HourlyCounts hourly;
    private final Tokens known;

    @Inject
    Figures(ClientOperations clients, RecentUses uses, HourlyCounts hourly, Tokens known) {
        this.clients = clients;
        this.uses = uses;
        this.hourly = hourly;
        this.known = known;
    }

    /**
     * How many live tokens there are.
     *
     * @return the clients with their counts, by name
     */
    public List<ManagedClient> liveTokens() {
        return clients.list("", "", Integer.MAX_VALUE).clients();
    }

    /**
     * How often clients were used, as far as it was written when it was summed up, at most a minute ago.
     *
     * @param days of how many days, today among them
     * @return the counts, the first day first
     */
    public List<ClientUses> uses(int days) {
        return uses.of(days).byClient();
    }

    /**
     * Who has used which client most, likewise.
     *
     * @param days in how many days, today among them
     * @return the sums, the most first
     */
    public List<TotalUses> top(int days) {
        return uses.of(days).top();
    }

    /**
     * Requests on this node.
     *
     * @return the counts of the last hours by client, the oldest first
     */
    public List<HourlyRequests> requests() {
        return hourly.requests();
    }

    /**
     * Refused requests on this node.
     *
     * @return the counts of the last hours, the oldest first
     */
    public List<HourlyRefusals> refusals() {
        return hourly.refusals();
    }

    /**
     * How much of what this node knows of tokens it did not need to look up.
     *
     * @return the counts since it has started
     */
    public CacheStatistics cache() {
        return known.cacheStatistics();
    }
}
