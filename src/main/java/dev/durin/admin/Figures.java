package dev.durin.admin;

import dev.durin.client.Clients;
import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.spi.TimeSource;
import dev.durin.token.CacheStatistics;
import dev.durin.token.TokenCounts;
import dev.durin.token.Tokens;
import dev.durin.usage.ClientUses;
import dev.durin.usage.HourlyCounts;
import dev.durin.usage.HourlyRefusals;
import dev.durin.usage.HourlyRequests;
import dev.durin.usage.TotalUses;
import dev.durin.usage.Usage;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Figures for operators: of all nodes from the tables, and of this one from memory. Thread-safe. */
@Part
public class Figures {

    private static final int TOP = 20;

    private final Clients clients;
    private final TokenCounts tokens;
    private final Usage usage;
    private final HourlyCounts hourly;
    private final Tokens known;
    private final TimeSource time;

    @Inject
    Figures(
            Clients clients,
            TokenCounts tokens,
            Usage usage,
            HourlyCounts hourly,
            Tokens known,
            @Configured TimeSource time) {
        this.clients = clients;
        this.tokens = tokens;
        this.usage = usage;
        this.hourly = hourly;
        this.known = known;
        this.time = time;
    }

    /**
     * How many live tokens there are.
     *
     * @return the clients with their counts, by name
     */
    public List<ManagedClient> liveTokens() {
        return clients.list().stream()
                .map(client -> new ManagedClient(client, tokens.live(client.id())))
                .toList();
    }

    /**
     * How often clients were used, as far as it was written.
     *
     * @param days of how many days, today among them
     * @return the counts, the first day first
     */
    public List<ClientUses> uses(int days) {
        return usage.byClient(first(days), today());
    }

    /**
     * Who has used which client most.
     *
     * @param days in how many days, today among them
     * @return the sums, the most first
     */
    public List<TotalUses> top(int days) {
        return usage.most(first(days), today(), TOP);
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

    private LocalDate first(int days) {
        return today().minusDays(days - 1L);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
