package dev.durin.account;

import dev.durin.config.AccountSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.CappedCount;
import dev.durin.store.EntityStore;
import dev.durin.store.OwnTransaction;
import dev.durin.store.Where;
import dev.durin.token.CallerOrigin;
import dev.durin.token.TokenRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for accounts by what operators know of them. For Durin's own endpoints; applications call {@link Accounts}. Each
 * look has a transaction of its own. Thread-safe.
 */
@Part
public class OperatorAccounts {

    private final EntityStore entityStore;
    private final OwnTransaction transaction;
    private final AccountReader reader;
    private final AccountStatus status;
    private final AccountStore store;
    private final AccountSettings settings;

    @Inject
    OperatorAccounts(
            EntityStore entityStore,
            OwnTransaction transaction,
            AccountReader reader,
            AccountStatus status,
            AccountStore store,
            Settings settings) {
        this.entityStore = entityStore;
        this.transaction = transaction;
        this.reader = reader;
        this.status = status;
        this.store = store;
        this.settings = settings.accounts();
    }

    /**
     * A page of accounts by name.
     *
     * @param beginning what the name begins with, with capitals told apart as names are; empty for any
     * @param state the state, or null for any
     * @param after the name after which the page begins, empty for the first page
     * @param most how many are wanted at most
     * @return the page, and how many there are on all pages together
     */
    public AccountPage list(String beginning, @Nullable AccountState state, String after, int most) {
        Where all = Where.EVERYTHING.andBeginsWith(column(), natural(beginning));
        Where where = state == null ? all : all.and("state = ?", state.name());
        Where behind = after.isEmpty() ? where : where.and(column() + " > ?", natural(after));
        return transaction.run("list accounts", () -> list(where, behind, most));
    }

    private AccountPage list(Where where, Where behind, int most) {
        CappedCount count = count(where);
        List<Long> ids = ids(behind, most + 1);
        List<Long> wanted = ids.subList(0, Math.min(most, ids.size()));
        Map<Long, Account> accounts =
                store.find(wanted).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        List<Account> page = wanted.stream()
                .flatMap(id -> Optional.ofNullable(accounts.get(id)).stream())
                .toList();
        return new AccountPage(page, ids.size() > most, count);
    }

    private CappedCount count(Where where) {
        Object found = Where.bind(
                        entityStore
                                .entityManager()
                                .createNativeQuery("SELECT COUNT(*) FROM (SELECT id FROM durin_account" + where.sql()
                                        + order() + " LIMIT " + (CappedCount.MOST + 1) + ") counted"),
                        where)
                .getSingleResult();
        return CappedCount.of(((Number) found).longValue());
    }

    private List<Long> ids(Where where, int most) {
        List<?> ids = Where.bind(
                        entityStore
                                .entityManager()
                                .createNativeQuery(
                                        "SELECT id FROM durin_account" + where.sql() + order() + " LIMIT " + most),
                        where)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /**
     * Whether Durin keeps an account of this name.
     *
     * @param caller a caller's name
     * @return whether it does, false also where it keeps none
     */
    public boolean isThere(String caller) {
        return settings.enabled() && reader.find(caller).isPresent();
    }

    /**
     * How tokens spell a caller's name.
     *
     * @param caller the name as somebody has typed it
     * @return that of the account, if there is one, and else as it was typed
     */
    public String spelled(String caller) {
        return settings.enabled()
                ? reader.find(caller).map(found -> found.account().name()).orElse(caller)
                : caller;
    }

    /**
     * What a token is made with that an operator wants for a caller: where Durin keeps the caller's account, with what a
     * login would say of that.
     *
     * @param caller the caller's name
     * @param client the client's name
     * @return the request
     * @throws InvalidAccountException when the account is not active, or there is none and callers come from nowhere else
     */
    public TokenRequest tokenRequest(String caller, String client) {
        Optional<Account> account =
                settings.enabled() ? reader.find(caller).map(StoredAccount::account) : Optional.empty();
        if (account.isEmpty()) {
            if (status.isNobody(caller)) {
                throw new InvalidAccountException("name", "There is no such account.");
            }
            return TokenRequest.of(caller, client);
        }
        if (account.get().state() != AccountState.ACTIVE) {
            throw new InvalidAccountException("state", "The account is not active.");
        }
        return TokenRequest.of(account.get().name(), client)
                .loggedIn(
                        account.get().groups(),
                        new CallerOrigin(AccountStatus.STORE, "", AccountStatus.uniqueId(account.get())));
    }

    private String natural(String name) {
        return AccountName.natural(name, settings.caseInsensitiveNames());
    }

    private String order() {
        return " ORDER BY " + column();
    }

    private String column() {
        return entityStore.byCodePoints("natural_name");
    }
}
