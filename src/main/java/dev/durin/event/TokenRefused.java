package dev.durin.event;

/**
 * A request came with a token that is not good. A login that is refused is {@link LoginFailed}.
 *
 * <p>Fired synchronously and asynchronously, once for each such request, outside any transaction of Durin's; so observers
 * must be quick. What an observer throws is logged and changes nothing.
 *
 * @param reason why
 * @param remoteAddress where the request came from, as far as {@code durin.trusted-proxies} lets Durin know, or an empty
 *     text
 */
public record TokenRefused(Reason reason, String remoteAddress) {

    /** Why a token was refused. */
    public enum Reason {
        /** None of our keys has made it for this application: a typing error, or a guess. */
        UNKNOWN,
        /** It was good once, and was ended, or was removed after its expiry: whoever has it got hold of it before. */
        ENDED,
        /** It has expired. */
        EXPIRED,
        /** Its caller is not active at present. */
        CALLER_INACTIVE,
        /** Its client is switched off. */
        CLIENT_DISABLED
    }
}
