package dev.durin.endpoint;

import dev.durin.config.ConfigWord;
import dev.durin.config.LifetimeText;
import dev.durin.rate.Rate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET admin}: who the operator is, and what there is to operate. */
@Allows("GET, HEAD, OPTIONS")
public abstract class AdminOverviewEndpoint extends AdminEndpoint {

    /** For the container. */
    protected AdminOverviewEndpoint() {
        super("Administration", "Tells operators what there is to operate.");
    }

    /**
     * Tells it.
     *
     * @return what there is
     */
    @GET
    public Response show() {
        return administerWithoutQuery(() -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("operator", operator());
            members.put(
                    "version",
                    Optional.ofNullable(AdminOverviewEndpoint.class.getPackage().getImplementationVersion())
                            .orElse("unknown"));
            members.put("accounts", settings.accounts().enabled());
            members.put("mail", settings.mail().isOn());
            members.put("api_access_client", settings.apiAccess().clientName().orElse(null));
            members.put("settings", defaults());
            return json(200, members);
        });
    }

    private Map<String, @Nullable Object> defaults() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("default_token_ttl", LifetimeText.write(settings.token().lifetime()));
        members.put(
                "default_throttle_rate",
                settings.throttle().rate().map(Rate::toString).orElse(null));
        members.put("default_login_policy", ConfigWord.of(settings.login().policy()));
        return members;
    }
}
