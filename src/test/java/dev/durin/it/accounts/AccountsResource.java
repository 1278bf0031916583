package dev.durin.it.accounts;

import dev.durin.access.IgnoresToken;
import dev.durin.account.Account;
import dev.durin.account.AccountDraft;
import dev.durin.account.AccountState;
import dev.durin.account.Accounts;
import dev.durin.account.HashCount;
import dev.durin.account.InvalidAccountException;
import dev.durin.account.KeptTokens;
import dev.durin.account.LinkReader;
import dev.durin.it.app.DuringLogin;
import dev.durin.token.TokenRequest;
import dev.durin.token.Tokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a test call the facade; a refusal is an answer with the field and the message. */
@Path("accounts/{what}")
@RequestScoped
@IgnoresToken
@Produces("text/plain;charset=UTF-8")
public class AccountsResource {

    @Inject
    Tokens tokens;

    @Inject
    Accounts accounts;

    @Inject
    HashCount hashCount;

    @Inject
    LinkReader links;

    @POST
    public String call(@PathParam("what") String what, Form form) {
        try {
            return call(what, form.asMap());
        } catch (InvalidAccountException e) {
            return e.field() + ": " + e.getMessage();
        } catch (IllegalStateException e) {
            return "off: " + e.getMessage();
        }
    }

    private String call(String what, MultivaluedMap<String, String> fields) {
        String name = fields.getFirst("name");
        String value = fields.getFirst("value");
        return switch (what) {
            case "create" -> text(accounts.create(draft(name, value, fields)));
            case "import" -> text(accounts.importHashed(name, null, Set.of("user"), value));
            case "import-confirmed" ->
                text(accounts.importHashed(
                        AccountDraft.named(name)
                                .confirmedMail("old@example.com")
                                .groups(Set.of("user")),
                        value));
            case "find" -> accounts.find(name).map(AccountsResource::text).orElse("none");
            case "list" ->
                accounts.list(name, Integer.parseInt(value)).stream()
                        .map(Account::name)
                        .collect(Collectors.joining(","));
            case "password" -> String.valueOf(accounts.changePassword(name, value));
            case "password-keeping" -> String.valueOf(accounts.changePassword(name, value, kept(fields)));
            case "groups" -> text(accounts.changeGroups(name, groups(value)));
            case "mail" -> text(accounts.changeMail(name, value.isEmpty() ? null : value));
            case "disable" -> String.valueOf(accounts.disable(name));
            case "enable" -> text(accounts.enable(name));
            case "delete" -> String.valueOf(accounts.delete(name));
            case "link" -> links.text(name);
            case "password-during-login" -> during(() -> accounts.changePassword(name, value));
            case "password-and-login-during-change" ->
                during(() -> {
                    accounts.changePassword(name, value);
                    tokens.issue(TokenRequest.of(name, "web"));
                });
            case "disable-during-login" -> during(() -> accounts.disable(name));
            case "delete-during-login" -> during(() -> accounts.delete(name));
            case "iterations" -> String.valueOf(hashCount.iterations());
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static AccountDraft draft(String name, String password, MultivaluedMap<String, String> fields) {
        AccountDraft draft = AccountDraft.named(name).password(password).groups(Set.of("user"));
        AccountDraft withMail =
                Optional.ofNullable(fields.getFirst("mail")).map(draft::mail).orElse(draft);
        return Optional.ofNullable(fields.getFirst("state"))
                .map(state -> withMail.state(AccountState.valueOf(state)))
                .orElse(withMail);
    }

    private static String during(Runnable work) {
        DuringLogin.next(work);
        return "";
    }

    private static KeptTokens kept(MultivaluedMap<String, String> fields) {
        String token = fields.getFirst("kept");
        return token.equals("all") ? new KeptTokens.All() : new KeptTokens.One(Long.parseLong(token));
    }

    private static Set<String> groups(String names) {
        return names.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(names.split(",", -1)));
    }

    private static String text(Account account) {
        return account.name() + " " + account.state() + " "
                + account.groups().stream().sorted().toList() + " "
                + account.mail().orElse("-") + " " + account.confirmedMail().orElse("-");
    }
}
