package dev.durin.endpoint;

import dev.durin.admin.EventTail;
import dev.durin.admin.Figures;
import dev.durin.admin.ManagedClient;
import dev.durin.config.ConfigWord;
import dev.durin.token.CacheStatistics;
import dev.durin.usage.ClientUses;
import dev.durin.usage.HourlyRefusals;
import dev.durin.usage.HourlyRequests;
import dev.durin.usage.TotalUses;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code GET admin/figures}: how many tokens live, and how much they are used. */
@Allows("GET, HEAD, OPTIONS")
public abstract class AdminFiguresEndpoint extends AdminEndpoint {

    private static final int LONGEST = 366;
    private static final int USUAL = 30;

    @Inject
    Figures figures;

    @Inject
    EventTail tail;

    /** For the container. */
    protected AdminFiguresEndpoint() {
        super("Figures", "Tells how many tokens live, and how much they are used.");
    }

    /**
     * Tells the figures.
     *
     * @return the figures
     */
    @GET
    public Response show() {
        return administer(() -> {
            AdminQuery query = query();
            int days = query.number("days", 1, LONGEST, USUAL);
            query.check();
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("live_tokens", rows(figures.liveTokens(), AdminFiguresEndpoint::live));
            members.put("uses", rows(figures.uses(days), AdminFiguresEndpoint::uses));
            members.put("top", rows(figures.top(days), AdminFiguresEndpoint::top));
            members.put("hours", rows(figures.requests(), AdminFiguresEndpoint::requests));
            members.put("refusals", rows(figures.refusals(), AdminFiguresEndpoint::refusals));
            members.put("cache", cache(figures.cache()));
            members.put("node", tail.node());
            members.put("since", tail.since().toString());
            return json(200, members);
        });
    }

    private static <T> List<Map<String, Object>> rows(List<T> figures, Function<T, Map<String, Object>> row) {
        return figures.stream().map(row).toList();
    }

    private static Map<String, Object> live(ManagedClient managed) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client", managed.client().name());
        members.putAll(count(managed.liveTokens()));
        return members;
    }

    private static Map<String, Object> uses(ClientUses uses) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client", uses.client());
        members.put("day", uses.day().toString());
        members.put("uses", uses.count());
        return members;
    }

    private static Map<String, Object> top(TotalUses uses) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("caller", uses.caller());
        members.put("client", uses.client());
        members.put("uses", uses.count());
        return members;
    }

    private static Map<String, Object> requests(HourlyRequests requests) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("hour", requests.hour().toString());
        members.put("client", requests.client());
        members.put("requests", requests.requests());
        return members;
    }

    private static Map<String, Object> refusals(HourlyRefusals refusals) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("hour", refusals.hour().toString());
        members.put("kind", ConfigWord.of(refusals.kind()));
        members.put("count", refusals.count());
        return members;
    }

    private static Map<String, Object> cache(CacheStatistics cache) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("entries", cache.size());
        members.put("hits", cache.hits());
        members.put("misses", cache.misses());
        members.put("hit_rate", cache.hitRate());
        return members;
    }
}
