package dev.durin.endpoint;

import dev.durin.token.OperatorTokens;
import dev.durin.token.Token;
import dev.durin.token.TokenInspection;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST admin/tokens/find}: says what a text is that an operator has found. The text is neither answered nor logged. */
@Allows("POST, OPTIONS")
public abstract class AdminTokenFindEndpoint extends AdminEndpoint {

    private static final int LONGEST = 4_096;

    @Inject
    OperatorTokens tokens;

    @Inject
    AdminTokenView view;

    /** For the container. */
    protected AdminTokenFindEndpoint() {
        super("Find a token", "Says whose token a text is.");
    }

    /**
     * Finds a token by its text.
     *
     * @param body the text
     * @return what it is
     */
    @POST
    public Response find(InputStream body) {
        return administerWithoutQuery(() -> {
            AdminBody fields = body(body);
            String text = fields.required("token", LONGEST);
            fields.check();
            return json(200, members(tokens.inspect(withoutScheme(text))));
        });
    }

    /** As it stands in a header or a log: behind the scheme, with white space around it. */
    private static String withoutScheme(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }

    private Map<String, @Nullable Object> members(TokenInspection inspection) {
        if (inspection instanceof TokenInspection.Live live) {
            return members("live", live.token());
        }
        if (inspection instanceof TokenInspection.Expired expired) {
            return members("expired", expired.token());
        }
        if (inspection instanceof TokenInspection.ClientDisabled disabled) {
            return members("client-disabled", disabled.token());
        }
        return members(inspection instanceof TokenInspection.Malformed ? "malformed" : "unknown", null);
    }

    private Map<String, @Nullable Object> members(String state, @Nullable Token found) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("state", state);
        members.put("token", found == null ? null : view.item(found, token().token()));
        return members;
    }
}
