package dev.durin.spi;

import java.util.Map;

/**
 * Makes the whole JSON object that a good login answers. The default has the members {@code expiry}, {@code token}
 * and, when {@code durin.login.user=true}, {@code user}.
 *
 * <p>A CDI bean of this type replaces the default. It is the only extension that ever sees a token's text.
 * What it throws makes the login answer 503; the token was made by then, and the next login of a client that reuses
 * tokens answers it.
 */
@FunctionalInterface
public interface LoginResponse {

    /**
     * The members of the answer, in the order in which they are written.
     *
     * @param answer what the default answer would hold
     * @return the members; values are anything that JSON-B can write
     */
    Map<String, ?> members(LoginAnswer answer);

    /**
     * What a login has come to.
     *
     * @param caller the caller's name
     * @param client the client's name
     * @param expiry when the token ends
     * @param token the token's text: a secret, shown by {@code toString} only in its last four characters
     * @param defaultMembers the members of the default answer
     */
    record LoginAnswer(String caller, String client, Expiry expiry, String token, Map<String, ?> defaultMembers) {

        @Override
        public String toString() {
            return "LoginAnswer[caller=" + caller + ", client=" + client + ", expiry=" + expiry + ", token=…"
                    + token.substring(Math.max(0, token.length() - 4)) + "]";
        }
    }
}
