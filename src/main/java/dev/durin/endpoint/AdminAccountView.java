package dev.durin.endpoint;

import dev.durin.account.Account;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account as operators see it. Neither its password nor a hash of it is in it. */
final class AdminAccountView {

    private AdminAccountView() {}

    static Map<String, @Nullable Object> item(Account account) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("username", account.name());
        members.put("email", account.mail().orElse(null));
        members.put(
                "email_confirmed", account.mail().isPresent() && account.mail().equals(account.confirmedMail()));
        members.put("state", account.state().name().toLowerCase(Locale.ROOT));
        members.put("groups", new TreeSet<>(account.groups()));
        members.put("created", account.created().toString());
        members.put("password_changed", account.passwordChanged().toString());
        return members;
    }
}
