package dev.durin.throttle;

import dev.durin.config.Configured;
import dev.durin.config.IpAddress;
import dev.durin.config.Settings;
import dev.durin.event.RateLimited;
import dev.durin.event.RateLimited.Kind;
import dev.durin.rate.Admission;
import dev.durin.rate.Budget;
import dev.durin.rate.Rate;
import dev.durin.spi.RateCounter;
import dev.durin.spi.TimeSource;
import dev.durin.store.Announcer;
import dev.durin.token.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
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
@ApplicationScoped
public class RateLimiter {

    private static final Logger LOGGER = System.getLogger(RateLimiter.class.getName());

    private final Settings settings;
    private final RateCounter counter;
    private final TimeSource time;
    private final Announcer announcer;

    @Inject
    RateLimiter(Settings settings, @Configured RateCounter counter, @Configured TimeSource time, Announcer announcer) {
        this.settings = settings;
        this.counter = counter;
        this.time = time;
        this.announcer = announcer;
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected RateLimiter() {
        this.settings = null;
        this.counter = null;
        this.time = null;
        this.announcer = null;
    }

    /**
     * Counts a request with a good token: for its caller and client, and for those limits.
     *
     * @param token the token
     * @param limits what else holds for the request
     * @param address tells where it came from, when it matters
     * @return whether it may pass
     */
    public Optional<Admission> request(VerifiedToken token, List<Limit> limits, Supplier<String> address) {
        Optional<Rate> rate = token.throttleRate().or(settings.throttle()::rate);
        if (rate.isEmpty() && limits.isEmpty()) {
            return Optional.empty();
        }
        List<Budget> budgets = budgets(token.budget(), limits);
        rate.ifPresent(own -> budgets.add(new Budget(token.budget(), own)));
        return count(budgets, new Requester(Kind.REQUESTS, token.caller(), token.client(), address.get()));
    }

    /**
     * Counts a request without a token.
     *
     * @param limits what holds for it beside the rate for all such requests
     * @param address tells where it came from, when it matters
     * @return whether it may pass
     */
    public Optional<Admission> anonymousRequest(List<Limit> limits, Supplier<String> address) {
        Optional<Rate> rate = settings.throttle().anonymous();
        if (rate.isEmpty() && limits.isEmpty()) {
            return Optional.empty();
        }
        return ofAddress(rate, limits, Kind.ANONYMOUS_REQUESTS, "anonymous", address.get());
    }

    /**
     * Counts a request whose token is not good.
     *
     * @param address where it came from
     * @return whether it may be told so
     */
    public Optional<Admission> badToken(String address) {
        return ofAddress(settings.throttle().badToken(), List.of(), Kind.BAD_TOKENS, "bad-token", address);
    }

    /**
     * Counts a login, before it is known whether it succeeds.
     *
     * @param address where it came from
     * @return whether it may be tried
     */
    public Optional<Admission> login(String address) {
        return ofAddress(settings.throttle().login(), List.of(), Kind.LOGINS, "login", address);
    }

    private Optional<Admission> ofAddress(
            Optional<Rate> rate, List<Limit> limits, Kind kind, String what, String address) {
        if (!settings.trustedProxies().known()) {
            return Optional.empty();
        }
        String name =
                what + " " + IpAddress.parse(address).map(IpAddress::subscriber).orElse(address);
        List<Budget> budgets = budgets(name, limits);
        rate.ifPresent(own -> budgets.add(new Budget(name, own)));
        return count(budgets, new Requester(kind, "", "", address));
    }

    private static List<Budget> budgets(String name, List<Limit> limits) {
        List<Budget> budgets = new ArrayList<>(limits.size() + 1);
        limits.forEach(limit -> budgets.add(new Budget(name + " " + limit.what(), limit.rate())));
        return budgets;
    }

    private Optional<Admission> count(List<Budget> budgets, Requester requester) {
        if (budgets.isEmpty()) {
            return Optional.empty();
        }
        try {
            Admission admission = counter.count(budgets, time.now());
            if (admission instanceof Admission.Refused refused) {
                announcer.announce(requester.limited(refused));
            }
            return Optional.of(admission);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A request could not be counted and passes", e);
            return Optional.empty();
        }
    }

    private record Requester(Kind kind, String caller, String client, String address) {

        RateLimited limited(Admission.Refused refused) {
            return new RateLimited(
                    kind, caller, client, address, refused.budget().rate(), refused.retryAfter());
        }
    }
}
