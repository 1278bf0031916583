package dev.durin.endpoint;

import dev.durin.admin.EventKind;
import dev.durin.admin.EventTail;
import dev.durin.admin.Happening;
import dev.durin.config.ConfigWord;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET admin/events}: what has happened lately on the node that answers. */
@Allows("GET, HEAD, OPTIONS")
public abstract class AdminEventsEndpoint extends AdminEndpoint {

    private static final int LAST = 999_999_999;

    private static final List<String> KINDS =
            Arrays.stream(EventKind.values()).map(ConfigWord::of).toList();

    @Inject
    EventTail tail;

    /** For the container. */
    protected AdminEventsEndpoint() {
        super("Events", "Tells what has happened lately on this node.");
    }

    /**
     * Tells what has happened.
     *
     * @return the events, the newest first
     */
    @GET
    public Response list() {
        return administer(() -> {
            AdminQuery query = query();
            Optional<Integer> after = query.number("after", 0, LAST);
            Optional<Integer> before = query.number("before", 1, LAST);
            int most = query.limit();
            String kind = query.choice("kind", KINDS, "");
            if (after.isPresent() && before.isPresent()) {
                query.fault("before", "Give either before or after.");
            }
            query.check();
            Predicate<Happening> wanted =
                    event -> kind.isEmpty() || ConfigWord.of(event.kind()).equals(kind);
            List<Happening> events = after.map(last -> tail.after(last, wanted, most))
                    .orElseGet(() -> tail.before(before.orElse(LAST), wanted, most));
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(
                    "items", events.stream().map(AdminEventsEndpoint::members).toList());
            members.put("node", tail.node());
            members.put("since", tail.since().toString());
            return json(200, members);
        });
    }

    private static Map<String, @Nullable Object> members(Happening event) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("sequence", event.sequence());
        members.put("time", event.time().toString());
        members.put("kind", ConfigWord.of(event.kind()));
        members.put("caller", orNull(event.caller()));
        members.put("client", orNull(event.client()));
        members.put("token_id", event.tokenId() == 0 ? null : event.tokenId());
        members.put("operator", orNull(event.operator()));
        members.put("detail", event.detail());
        members.put("address", orNull(event.address()));
        return members;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
