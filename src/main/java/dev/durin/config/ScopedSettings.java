package dev.durin.config;

import java.time.Duration;

/**
 * What an operator can set about scoped tokens. Part of {@link Settings}.
 *
 * @param maxAge how long one may live at most
 * @param clockSkew by how much the clock of who made it may be ahead
 * @param issuer what they say of who made them
 * @param audience what they say of whom they are for, empty for the application's context path
 * @param headerPrefix the scheme of the header that carries one
 * @param query about those in the query string
 * @param getCoversHead whether one that allows GET of a path allows HEAD of it
 * @param outOfScopeStatus the status of the answer to one that does not allow the request, 401 or 403
 */
public record ScopedSettings(
        Duration maxAge,
        Duration clockSkew,
        String issuer,
        String audience,
        String headerPrefix,
        Query query,
        boolean getCoversHead,
        int outOfScopeStatus) {

    /**
     * About those in the query string.
     *
     * @param parameter the parameter that carries one, empty for none
     * @param unsafeMethods whether they are good for more than safe methods
     */
    public record Query(String parameter, boolean unsafeMethods) {

        /**
         * Whether there are any.
         *
         * @return false where they are not looked for
         */
        public boolean isOn() {
            return !parameter.isEmpty();
        }
    }
}
