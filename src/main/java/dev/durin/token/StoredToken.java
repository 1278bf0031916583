package dev.durin.token;

import dev.durin.usage.UsageRecorder;
import dev.durin.usage.UsedToken;
import java.util.Set;

/**
 * What the table says of a token. Stays inside this package.
 *
 * @param token what its owner may see
 * @param clientId the id of its client
 * @param client what is known of its client
 * @param selector what finds it
 * @param keyId which key made its text
 * @param loginGroups the groups that only the login gave
 * @param origin what the identity store said beside the name
 */
record StoredToken(
        Token token,
        long clientId,
        StoredClient client,
        String selector,
        String keyId,
        Set<String> loginGroups,
        CallerOrigin origin)
        implements UsedToken {

    @Override
    public long id() {
        return token.id();
    }

    @Override
    public String caller() {
        return token.caller();
    }

    /** What its owner may see, with the last use that is in memory alone. */
    Token latest(UsageRecorder recorder) {
        return token.withLastUse(recorder.latest(selector, token.lastUse()));
    }

    /** The same, with what it has in common with others once for all of them. */
    StoredToken sharing(TokenCache cache) {
        return new StoredToken(
                token.sharing(cache),
                clientId,
                cache.one(client),
                selector,
                cache.one(keyId),
                cache.one(loginGroups),
                cache.one(origin));
    }

    /** Without the selector, which is half of the token's text. */
    @Override
    public String toString() {
        return "StoredToken[" + token + "]";
    }
}
