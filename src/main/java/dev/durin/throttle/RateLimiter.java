package dev.durin.throttle;

import dev.durin.config.Configured;
import dev.durin.config.IpAddress;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.event.RateLimited;
import dev.durin.event.RateLimited.Kind;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.rate.Rate;
import dev.durin.spi.RateCounter;
import dev.durin.spi.TimeSource;
import dev.durin.store.FactListener;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts requests. Each method answers whether the request may pass, or nothing when no rate holds for it. Addresses are
 * counted only where {@code durin.trusted-proxies} says whose they are. Thread-safe.
 */
@Part
public class RateLimiter {

    private static final Logger LOGGER = System.getLogger(RateLimiter.class.getName());

    private final Settings settings;
    private final RateCounter counter;
    private final TimeSource time;
    private final Event<RateLimited> event;
    private final FactListener listener;

    @Inject
    RateLimiter(
            Settings settings,
            @Configured RateCounter counter,
            @Configured TimeSource time,
            Event<RateLimited> event,
            FactListener listener) {
        this.settings = settings;
        this.counter = counter;
        this.time = time;
        this.event = event;
        this.listener = listener;
    }

    /**
     * Counts a request with a good token: for its caller and client, and for those limits.
     *
     * @param requester whose it is
     * @param limits what else holds for the request
     * @param address tells where it came from, when it matters
     * @return whether it may pass
     */
    public Optional<Admission> request(Requester requester, List<Limit> limits, Supplier<String> address) {
        Optional<Rate> rate = requester.rate().or(settings.throttle()::rate);
        if (rate.isEmpty() && limits.isEmpty()) {
            return Optional.empty();
        }
        String name = requester.budget();
        List<Budget> budgets = budgets(name, limits);
        rate.ifPresent(own -> budgets.add(new Budget(name, own)));
        return count(budgets, new Counted(Kind.REQUESTS, requester.caller(), requester.client(), address));
    }

    /**
     * Counts a request with a good token once more, for further limits alone: it was handed on to another resource.
     *
     * @param requester whose it is
     * @param limits the limits
     * @param address tells where it came from, when it matters
     * @return whether it may pass
     */
    public Optional<Admission> handedOn(Requester requester, List<Limit> limits, Supplier<String> address) {
        return count(
                budgets(requester.budget(), limits),
                new Counted(Kind.REQUESTS, requester.caller(), requester.client(), address));
    }

    /**
     * Counts a request without a token.
     *
     * @param limits what holds for it beside the rate for all such requests
     * @param address tells where it came from, when it matters
     * @return whether it may pass
     */
    public Optional<Admission> anonymousRequest(List<Limit> limits, Supplier<String> address) {
        return ofAddress(settings.throttle().anonymous(), limits, Kind.ANONYMOUS_REQUESTS, address);
    }

    /**
     * Counts a request without a token once more, for further limits alone: it was handed on to another resource.
     *
     * @param limits the limits
     * @param address tells where it came from, when it matters
     * @return whether it may pass
     */
    public Optional<Admission> anonymousHandedOn(List<Limit> limits, Supplier<String> address) {
        return ofAddress(Optional.empty(), limits, Kind.ANONYMOUS_REQUESTS, address);
    }

    /**
     * Counts a request whose token is not good.
     *
     * @param address tells where it came from, when it matters
     * @return whether it may be told so
     */
    public Optional<Admission> badToken(Supplier<String> address) {
        return ofAddress(settings.throttle().badToken(), List.of(), Kind.BAD_TOKENS, address);
    }

    /**
     * Counts a login, before it is known whether it succeeds.
     *
     * @param address tells where it came from, when it matters
     * @return whether it may be tried
     */
    public Optional<Admission> login(Supplier<String> address) {
        return ofAddress(settings.throttle().login(), List.of(), Kind.LOGINS, address);
    }

    /**
     * Counts a registration, or another request of somebody unknown that may have a mail sent.
     *
     * @param address tells where it came from, when it matters
     * @return whether it may be carried out
     */
    public Optional<Admission> registration(Supplier<String> address) {
        return ofAddress(settings.registration().rate(), List.of(), Kind.REGISTRATIONS, address);
    }

    /**
     * Counts a mail that somebody has asked for, who may be anybody: for the account that it is about, and for the address
     * that it goes to.
     *
     * @param purpose what it is for: strangers must not use up what the owner may ask for
     * @param caller the name of the account
     * @param accountId the account's id
     * @param recipient the mail address
     * @return whether it may be sent
     */
    public boolean mail(String purpose, String caller, long accountId, String recipient) {
        List<Budget> budgets = new ArrayList<>();
        ofAccount(purpose, accountId).ifPresent(budgets::add);
        ofRecipient(purpose, recipient).ifPresent(budgets::add);
        return mayBeSent(budgets, caller);
    }

    /**
     * Counts a mail for the account that it is about alone.
     *
     * @param purpose what it is for
     * @param caller the name of the account
     * @param accountId the account's id
     * @return whether it may be asked for, or empty when nothing limits it
     */
    public Optional<Admission> mailOf(String purpose, String caller, long accountId) {
        return countMail(ofAccount(purpose, accountId).stream().toList(), caller);
    }

    /**
     * Counts a mail for the address that it goes to alone. Whoever has asked for it must not learn what came of that.
     *
     * @param purpose what it is for
     * @param caller the name of the account
     * @param recipient the mail address
     * @return whether it may be sent
     */
    public boolean mailTo(String purpose, String caller, String recipient) {
        return mayBeSent(ofRecipient(purpose, recipient).stream().toList(), caller);
    }

    private Optional<Budget> ofAccount(String purpose, long accountId) {
        return settings.accounts()
                .mail()
                .rate()
                .map(rate -> new Budget(Kind.MAILS + " " + purpose + " " + accountId, rate));
    }

    private Optional<Budget> ofRecipient(String purpose, String recipient) {
        return settings.accounts()
                .mail()
                .rateOfRecipient()
                .map(rate -> new Budget(Kind.MAILS + " " + purpose + " to " + CountedAddress.of(recipient), rate));
    }

    private boolean mayBeSent(List<Budget> budgets, String caller) {
        return !(countMail(budgets, caller).orElse(null) instanceof Admission.Refused);
    }

    private Optional<Admission> countMail(List<Budget> budgets, String caller) {
        return count(budgets, new Counted(Kind.MAILS, caller, "", () -> ""));
    }

    private Optional<Admission> ofAddress(
            Optional<Rate> rate, List<Limit> limits, Kind kind, Supplier<String> address) {
        if (!settings.trustedProxies().known() || (rate.isEmpty() && limits.isEmpty())) {
            return Optional.empty();
        }
        String origin = address.get();
        // What is no address may be anything, and must not become so many names.
        String name =
                kind + " " + IpAddress.parse(origin).map(IpAddress::subscriber).orElse("unknown");
        List<Budget> budgets = budgets(name, limits);
        rate.ifPresent(own -> budgets.add(new Budget(name, own)));
        return count(budgets, new Counted(kind, "", "", () -> origin));
    }

    /** With the limit in front, which has no space in it: the name of a caller may look like a limit. */
    private static List<Budget> budgets(String name, List<Limit> limits) {
        List<Budget> budgets = new ArrayList<>(limits.size() + 1);
        limits.forEach(limit -> budgets.add(new Budget(limit.what() + " " + name, limit.rate())));
        return budgets;
    }

    private Optional<Admission> count(List<Budget> budgets, Counted counted) {
        if (budgets.isEmpty()) {
            return Optional.empty();
        }
        Admission admission;
        try {
            admission = counter.count(budgets, time.now());
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A request could not be counted and passes", e);
            return Optional.empty();
        }
        if (admission instanceof Admission.Refused refused) {
            announce(counted.limited(refused));
        }
        return Optional.of(admission);
    }

    /** Also where a transaction is running, which may be rolled back: the request is refused in any case. */
    private void announce(RateLimited fact) {
        listener.happened(fact);
        try {
            event.fireAsync(fact);
            event.fire(fact);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An observer of RateLimited failed", e);
        }
    }

    private record Counted(Kind kind, String caller, String client, Supplier<String> address) {

        RateLimited limited(Admission.Refused refused) {
            return new RateLimited(
                    kind, caller, client, address.get(), refused.budget().rate(), refused.retryAfter());
        }
    }
}
