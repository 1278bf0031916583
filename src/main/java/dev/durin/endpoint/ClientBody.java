package dev.durin.endpoint;

import dev.durin.client.ClientDraft;
import dev.durin.client.InvalidClientException;
import dev.durin.config.AtLimit;
import dev.durin.config.ClientName;
import dev.durin.config.LifetimeText;
import dev.durin.config.LoginPolicy;
import dev.durin.config.Settings.LimitSettings;
import dev.durin.rate.Rate;
import java.util.Map;

/** What a client shall be, as the body of an operator's request says it. */
final class ClientBody {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 64;

    /** The fields by what they are called in code. */
    private static final Map<String, String> FIELDS = Map.of("maxPerCaller", "max_per_caller");

    private ClientBody() {}

    /**
     * A client to be made.
     *
     * @throws ProblemException with every field that is missing or wrong
     */
    static ClientDraft created(AdminBody body) {
        String name = body.required("name", LONGEST_NAME);
        return attributes(body, named(ClientDraft.change(), name, body));
    }

    /**
     * A client to be changed.
     *
     * @throws ProblemException with every field that is wrong
     */
    static ClientDraft changed(AdminBody body) {
        ClientDraft draft = body.text("name", LONGEST_NAME)
                .map(name -> named(ClientDraft.change(), name, body))
                .orElseGet(ClientDraft::change);
        return attributes(body, draft);
    }

    private static ClientDraft named(ClientDraft draft, String name, AdminBody body) {
        if (ClientName.fault(name).isPresent()) {
            body.fault("name", ClientName.fault(name).orElse(""));
            return draft;
        }
        return draft.name(name);
    }

    private static ClientDraft attributes(AdminBody body, ClientDraft named) {
        ClientDraft draft = named;
        draft = body.value("token_ttl", LONGEST, LifetimeText::parse)
                .map(draft::tokenLifetime)
                .orElse(draft);
        draft = body.choice("login_policy", LoginPolicy.class)
                .map(draft::loginPolicy)
                .orElse(draft);
        draft = body.flag("enabled").map(draft::enabled).orElse(draft);
        draft = rate(body, draft);
        draft = limit(body, draft);
        body.check();
        return draft;
    }

    private static ClientDraft rate(AdminBody body, ClientDraft draft) {
        return body.isNull("throttle_rate")
                ? draft.unthrottled()
                : body.value("throttle_rate", LONGEST, Rate::parse)
                        .map(draft::throttleRate)
                        .orElse(draft);
    }

    private static ClientDraft limit(AdminBody body, ClientDraft draft) {
        ClientDraft limited = body.isNull("max_per_caller")
                ? draft.anyNumberPerCaller()
                : body.number("max_per_caller", 1, LimitSettings.LARGEST)
                        .map(draft::maxPerCaller)
                        .orElse(draft);
        return body.isNull("at_limit")
                ? limited.usualAtLimit()
                : body.choice("at_limit", AtLimit.class).map(limited::atLimit).orElse(limited);
    }

    /** What is wrong with a client, as it is answered. */
    static ProblemException fault(InvalidClientException e) {
        return e.field().equals("id")
                ? ProblemException.notFound()
                : AdminEndpoint.fault(FIELDS.getOrDefault(e.field(), e.field()), e.getMessage());
    }
}
