package dev.durin.admin;

import dev.durin.client.Client;
import dev.durin.config.ConfigWord;
import dev.durin.config.LifetimeText;
import dev.durin.rate.Rate;
import dev.durin.store.CappedCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is another in a client than before, and what that does. Immutable. */
final class ClientChange {

    private static final String NAME = "name";
    private static final String LIFETIME = "token_ttl";
    private static final String RATE = "throttle_rate";
    private static final String POLICY = "login_policy";
    private static final String MOST = "max_per_caller";
    private static final String AT_LIMIT = "at_limit";
    private static final String ENABLED = "enabled";

    private final Client after;
    private final Map<String, String> changed;

    ClientChange(Client before, Client after) {
        this.after = after;
        Map<String, String> old = members(before);
        this.changed = members(after);
        changed.entrySet().removeIf(member -> member.getValue().equals(old.get(member.getKey())));
    }

    /** All there is to say of a client, as the configuration would say it. */
    private static Map<String, String> members(Client client) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(NAME, client.name());
        members.put(LIFETIME, LifetimeText.write(client.tokenLifetime()));
        members.put(RATE, client.throttleRate().map(Rate::toString).orElse("none"));
        members.put(POLICY, ConfigWord.of(client.loginPolicy()));
        members.put(MOST, client.maxPerCaller().map(String::valueOf).orElse("unlimited"));
        members.put(AT_LIMIT, client.atLimit().map(ConfigWord::of).orElse("as for all"));
        members.put(ENABLED, String.valueOf(client.enabled()));
        return members;
    }

    static String describe(Client client) {
        return written(members(client));
    }

    private static String written(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + member.getValue())
                .collect(Collectors.joining(", "));
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** What is new, such as {@code token_ttl=12h, enabled=false}. */
    String description() {
        return written(changed);
    }

    /** Of the live tokens of the client, how many it makes a difference for. */
    CappedCount affected(CappedCount live) {
        boolean matters = changed.keySet().stream().anyMatch(List.of(NAME, LIFETIME, RATE, ENABLED)::contains);
        return matters ? live : CappedCount.NONE;
    }

    /** What it does, a sentence each. */
    List<String> effects(CappedCount live) {
        List<String> effects = new ArrayList<>();
        if (isEmpty()) {
            effects.add("Nothing changes.");
        }
        changed.forEach((member, value) -> effects.add(effect(member, value, live)));
        return effects;
    }

    private String effect(String member, String value, CappedCount live) {
        return switch (member) {
            case NAME ->
                "It is called \"" + value + "\": logins must name it so, and so must annotations and settings that name"
                        + " it. Its live tokens (" + live + ") stay.";
            case LIFETIME ->
                "Tokens that are issued or renewed from now on live " + (value.equals("never") ? "for ever" : value)
                        + ". Its live tokens (" + live + ") keep their expiry until they are renewed.";
            case RATE -> rateEffect(live);
            case POLICY -> "The next login follows the policy " + value + ". Tokens that exist stay as they are.";
            case MOST, AT_LIMIT ->
                "The limit holds for the next login. Tokens that exist stay as they are, also when there are more.";
            default -> enabledEffect(live);
        };
    }

    private String rateEffect(CappedCount live) {
        return after.throttleRate()
                        .map(rate -> "Each caller may make " + rate + " requests with its tokens (" + live + " live)")
                        .orElse("It has no rate of its own, so that the one for all clients holds for its tokens ("
                                + live + " live)")
                + " from the next request on.";
    }

    private String enabledEffect(CappedCount live) {
        return after.enabled()
                ? "Its live tokens (" + live + ") are accepted again at once, and it can be logged in with."
                : "Its live tokens (" + live
                        + ") are refused at once, and nobody can log in with it, until it is switched" + " on again.";
    }
}
