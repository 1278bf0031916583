package dev.durin.endpoint;

import dev.durin.account.AccountPage;
import dev.durin.account.AccountState;
import dev.durin.account.OperatorAccounts;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET admin/accounts}: operators look for accounts that Durin keeps. */
@Needs(Feature.ACCOUNT_ADMIN)
@Allows("GET, HEAD, OPTIONS")
public abstract class AdminAccountsEndpoint extends AdminEndpoint {

    private static final String ANY = "all";

    @Inject
    OperatorAccounts accounts;

    /** For the container. */
    protected AdminAccountsEndpoint() {
        super("Accounts", "Lists the accounts that Durin keeps.");
    }

    /**
     * Lists accounts by name.
     *
     * @return a page of them
     */
    @GET
    public Response list() {
        return administer(() -> {
            AdminQuery query = query();
            String name = query.text("name").orElse("");
            Optional<AccountState> state = state(query);
            String after = PageName.after(query);
            int limit = query.limit();
            query.check();
            AccountPage page = accounts.list(name, state.orElse(null), after, limit);
            return page(page.accounts().stream().map(AdminAccountView::item).toList(), next(page), page.count());
        });
    }

    private static Optional<AccountState> state(AdminQuery query) {
        List<String> words = Stream.concat(
                        Stream.of(ANY), Arrays.stream(AccountState.values()).map(AdminAccountsEndpoint::word))
                .toList();
        String wanted = query.choice("state", words, ANY);
        return Arrays.stream(AccountState.values())
                .filter(state -> word(state).equals(wanted))
                .findFirst();
    }

    private static String word(AccountState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> next(AccountPage page) {
        if (!page.more() || page.accounts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                PageName.next(page.accounts().get(page.accounts().size() - 1).name()));
    }
}
