package dev.durin.token;

import dev.durin.usage.Selector;
import dev.durin.usage.UsageRecorder;
import java.util.Set;

/**
 * What the table says of a token. Stays inside this package.
 *
 * @param token what its owner may see
 * @param client what is known of its client
 * @param selector what finds it, as the table has it, where somebody may have written anything by hand
 * @param keyId which key made its text
 * @param loginGroups the groups that only the login gave
 * @param origin what the identity store said beside the name
 */
record StoredToken(
        Token token, StoredClient client, String selector, String keyId, Set<String> loginGroups, CallerOrigin origin) {

    /** What its owner may see, with the last use that is in memory alone. */
    Token latest(UsageRecorder recorder) {
        return Selector.parse(selector)
                .map(found -> token.withLastUse(recorder.latest(found, token.lastUse())))
                .orElse(token);
    }

    /** Without the selector, which is half of the token's text. */
    @Override
    public String toString() {
        return "StoredToken[" + token + "]";
    }
}
