package dev.durin.it.app;

import dev.durin.access.IgnoresToken;
import dev.durin.client.ClientDraft;
import dev.durin.client.Clients;
import dev.durin.client.InvalidClientException;
import dev.durin.config.AtLimit;
import dev.durin.config.LoginPolicy;
import dev.durin.rate.Rate;
import dev.durin.spi.Lifetime;
import dev.durin.token.RevocationFeed;
import dev.durin.token.TokenLimitException;
import dev.durin.token.TokenRequest;
import dev.durin.token.Tokens;
import dev.durin.usage.UsageSchedule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a test steer the application. */
@Path("test/{what}")
@RequestScoped
@IgnoresToken
@Produces("text/plain;charset=UTF-8")
public class ControlResource {

    @Inject
    Tokens tokens;

    @Inject
    Clients clients;

    @Inject
    RevocationFeed feed;

    @Inject
    UsageSchedule usage;

    @POST
    public String control(@PathParam("what") String what, Form form) {
        // A parameter by annotation would be read as Latin 1 by some servers.
        return control(what, form.asMap().getFirst("value"));
    }

    private String control(String what, String value) {
        switch (what) {
            case "reset" -> Switches.reset();
            case "forget-events" -> Switches.EVENTS.clear();
            case "pass" -> Switches.pass(Duration.parse(value));
            case "stop-time" -> Switches.stopped = Instant.parse(value);
            case "store-fails" -> Switches.storeFails = Boolean.parseBoolean(value);
            case "status-fails" -> Switches.statusFails = Boolean.parseBoolean(value);
            case "failing-event" -> Switches.failingEvent = value;
            case "rolling-back-event" -> Switches.rollingBackEvent = value;
            case "veto" -> Switches.vetoedCaller = value;
            case "refuse" -> Switches.refusedByPolicy = value;
            case "inactive" -> Switches.INACTIVE.add(value);
            case "active" -> Switches.INACTIVE.remove(value);
            case "groups" -> setGroups(value.split("=", -1));
            case "enable" -> enable(value, true);
            case "disable" -> enable(value, false);
            case "forget" -> tokens.forget(value);
            case "rate" -> changeRate(value.split("=", -1));
            case "rename-client" -> rename(value.split("=", -1));
            case "change-client" -> change(value.split("=", -1));
            case "count-events" -> Switches.countsEvents = true;
            case "purge" -> tokens.purgeExpired();
            case "read-feed" -> feed.read();
            case "write-uses" -> usage.write();
            default -> {
                return report(what, value);
            }
        }
        return "";
    }

    private String report(String what, String value) {
        return switch (what) {
            case "events" -> String.join("\n", Switches.EVENTS.toArray(String[]::new));
            case "issue" -> tokens.issue(TokenRequest.of(value, "web")).text().reveal();
            case "issue-reused" ->
                tokens.issue(TokenRequest.of(value, "mobile")).text().reveal();
            case "issue-named" -> issueNamed(value.split("=", -1));
            case "texts" -> texts(value);
            case "expired-by-transaction" ->
                Switches.EXPIRED.values().stream().map(Object::toString).collect(Collectors.joining("\n"));
            case "uses" -> uses(value.split("=", -1));
            case "most-uses" -> mostUses(value.split("=", -1));
            case "create-client" -> tried(() -> clients.create(ClientDraft.named(value)));
            case "try-enable" ->
                tried(() -> clients.find(value)
                        .ifPresent(client ->
                                clients.change(client.id(), ClientDraft.change().enabled(true))));
            case "lifetime" -> tried(() -> changeLifetime(value.split("=", -1)));
            case "try-issue" -> triedIssue(value.split("=", -1));
            case "try-limit" -> tried(() -> ClientDraft.change().maxPerCaller(Integer.parseInt(value)));
            case "delete-client" -> deleted(clients.find(value).orElseThrow().id());
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String uses(String[] days) {
        return lines(tokens.uses(LocalDate.parse(days[0]), LocalDate.parse(days[1])));
    }

    private String mostUses(String[] parts) {
        return lines(tokens.mostUses(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]), Integer.parseInt(parts[2])));
    }

    private static String lines(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private String issueNamed(String[] parts) {
        return tokens.issue(TokenRequest.of(parts[0], "web").named(parts[1]))
                .text()
                .reveal();
    }

    /** Everything that has a toString and comes near a token. */
    private String texts(String caller) {
        var issued = tokens.issue(TokenRequest.of(caller, "mobile"));
        return issued + "\n" + issued.text() + "\n"
                + tokens.verify(issued.text().reveal()) + "\n" + tokens.find(caller, "mobile") + "\n"
                + tokens.list(caller);
    }

    private static String tried(Runnable change) {
        try {
            change.run();
            return "";
        } catch (InvalidClientException e) {
            return e.field() + ": " + e.getMessage();
        }
    }

    private String deleted(long id) {
        try {
            return String.valueOf(clients.delete(id));
        } catch (InvalidClientException e) {
            return e.getMessage();
        }
    }

    private void changeLifetime(String[] parts) {
        clients.change(
                clients.find(parts[0]).orElseThrow().id(),
                ClientDraft.change().tokenLifetime(Lifetime.of(Duration.parse(parts[1]))));
    }

    private void changeRate(String[] parts) {
        ClientDraft draft = ClientDraft.change();
        clients.change(
                clients.find(parts[0]).orElseThrow().id(),
                parts[1].isEmpty() ? draft.unthrottled() : draft.throttleRate(Rate.parse(parts[1])));
    }

    private void enable(String client, boolean on) {
        clients.change(
                clients.find(client).orElseThrow().id(), ClientDraft.change().enabled(on));
    }

    private String triedIssue(String[] parts) {
        try {
            return tokens.issue(TokenRequest.of(parts[0], parts[1])).text().reveal();
        } catch (TokenLimitException e) {
            return e.limit() + " " + e.isOfClient() + ": " + e.getMessage();
        }
    }

    /** Such as {@code partner=policy new,max 3,at-limit REJECT}. */
    private void change(String[] parts) {
        ClientDraft draft = ClientDraft.change();
        for (String change : parts[1].split(",", -1)) {
            String word = change.substring(change.indexOf(' ') + 1);
            draft = switch (change.substring(0, change.indexOf(' '))) {
                case "policy" -> draft.loginPolicy(LoginPolicy.valueOf(word));
                case "max" ->
                    word.equals("any") ? draft.anyNumberPerCaller() : draft.maxPerCaller(Integer.parseInt(word));
                case "at-limit" -> draft.atLimit(AtLimit.valueOf(word));
                default -> throw new IllegalArgumentException(change);
            };
        }
        clients.change(clients.find(parts[0]).orElseThrow().id(), draft);
    }

    private void rename(String[] parts) {
        clients.change(
                clients.find(parts[0]).orElseThrow().id(), ClientDraft.change().name(parts[1]));
    }

    private static void setGroups(String[] parts) {
        Switches.GROUPS.put(parts[0], parts[1].isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(parts[1].split(","))));
    }
}
