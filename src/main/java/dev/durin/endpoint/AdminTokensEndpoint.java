package dev.durin.endpoint;

import dev.durin.account.InvalidAccountException;
import dev.durin.admin.TokenOperations;
import dev.durin.client.InvalidClientException;
import dev.durin.config.LifetimeText;
import dev.durin.token.IssuedToken;
import dev.durin.token.LoginOutdatedException;
import dev.durin.token.OperatorTokens;
import dev.durin.token.Token;
import dev.durin.token.TokenLimitException;
import dev.durin.token.TokenPage;
import dev.durin.token.TokenPosition;
import dev.durin.token.TokenQuery;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code admin/tokens}: operators look for the tokens of all callers, and make one for a caller. */
@Allows("GET, HEAD, POST, OPTIONS")
public abstract class AdminTokensEndpoint extends AdminEndpoint {

    private static final String CLIENT = "client";

    @Inject
    OperatorTokens tokens;

    @Inject
    TokenOperations operations;

    @Inject
    AdminTokenView view;

    /** For the container. */
    protected AdminTokensEndpoint() {
        super("Tokens", "Lists the tokens of all callers, and makes one.");
    }

    /**
     * Lists tokens.
     *
     * @return a page of them
     */
    @GET
    public Response list() {
        return administer(() -> {
            AdminQuery query = query();
            TokenQuery wanted = wanted(query);
            Optional<TokenPosition> after = query.text("after").flatMap(text -> after(query, text, wanted));
            int limit = query.limit();
            query.check();
            TokenPage page = tokens.list(wanted, after.orElse(null), limit);
            Token current = token().token();
            return page(
                    page.tokens().stream()
                            .map(token -> view.item(token, current))
                            .toList(),
                    page.next().map(TokenPosition::text),
                    page.count());
        });
    }

    private static TokenQuery wanted(AdminQuery query) {
        return new TokenQuery(
                query.text("caller").orElse(""),
                query.text("name").orElse(""),
                query.text(CLIENT).orElse(""),
                choice(query, "state", TokenQuery.State.LIVE),
                choice(query, "sort", TokenQuery.Order.NEWEST));
    }

    private static Optional<TokenPosition> after(AdminQuery query, String text, TokenQuery wanted) {
        Optional<TokenPosition> after = TokenPosition.parse(text, wanted.order());
        if (after.isEmpty()) {
            query.fault("after", "Must be what a page of this list in this order has said as next.");
        }
        return after;
    }

    private static <E extends Enum<E>> E choice(AdminQuery query, String name, E otherwise) {
        List<E> constants = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        List<String> words = constants.stream().map(AdminTokensEndpoint::word).toList();
        int at = words.indexOf(query.choice(name, words, word(otherwise)));
        return at < 0 ? otherwise : constants.get(at);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes a token.
     *
     * @param body for whom
     * @return 201 with the token and its text, or what is wrong
     */
    @POST
    public Response issue(InputStream body) {
        return administerWithoutQuery(() -> {
            AdminBody fields = body(body);
            TokenOperations.Wish wish = new TokenOperations.Wish(
                    fields.required("caller", 255),
                    fields.required(CLIENT, 64),
                    fields.text("name", 255).orElse(""),
                    fields.value("token_ttl", 64, LifetimeText::parse).orElse(null));
            fields.check();
            return json(
                    201,
                    members(issued(wish)
                            .orElseThrow(() -> conflict("The caller has a live token of this client already, which"
                                    + " logins use again. End that one first, or take a client with the login policy"
                                    + " new."))));
        });
    }

    private Optional<IssuedToken> issued(TokenOperations.Wish wish) {
        try {
            return operations.issue(operator(), wish);
        } catch (InvalidClientException e) {
            throw fault(CLIENT, e.getMessage());
        } catch (InvalidAccountException e) {
            throw fault("caller", e.getMessage());
        } catch (TokenLimitException e) {
            throw conflict(e.getMessage() + ".");
        } catch (LoginOutdatedException e) {
            throw conflict("The account of the caller was changed at this moment. Try it again.");
        }
    }

    private static Map<String, @Nullable Object> members(IssuedToken issued) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("token", issued.text().reveal());
        members.put(
                "expiry",
                issued.token().expiry().instant().map(Instant::toString).orElse(null));
        members.put("id", issued.token().id());
        members.put("caller", issued.token().caller());
        members.put(CLIENT, issued.token().client());
        return members;
    }
}
