package dev.durin.event;

import dev.durin.rate.Rate;
import java.time.Duration;

/**
 * A request was refused because there were too many.
 *
 * <p>Fired synchronously and asynchronously, once for each such request, outside any transaction of Durin's; so observers
 * must be quick. What an observer throws is logged and changes nothing.
 *
 * @param kind what there were too many of
 * @param caller the caller's name, empty when the request had no good token
 * @param client the client's name, empty when the request had no good token
 * @param remoteAddress where the request came from, as far as {@code durin.trusted-proxies} lets Durin know
 * @param rate how many would have passed
 * @param retryAfter how long until one may pass again
 */
public record RateLimited(
        Kind kind, String caller, String client, String remoteAddress, Rate rate, Duration retryAfter) {

    /** What there can be too many of. */
    public enum Kind {
        /** Requests with good tokens. */
        REQUESTS,
        /** Requests without a token. */
        ANONYMOUS_REQUESTS,
        /** Requests with tokens that are not good. */
        BAD_TOKENS,
        /** Logins, whether they would have succeeded or not. */
        LOGINS,
        /** Registrations, and mails with links that were asked for, from one address. */
        REGISTRATIONS,
        /** Mails with links for one account, or to one mail address. */
        MAILS
    }
}
