package dev.durin.token;

import dev.durin.spi.Expiry;
import dev.durin.usage.LastUse;
import java.time.Instant;

/**
 * A token as its owner may see it: a session. There is no secret in it.
 *
 * @param id its id; a token that takes the place of another one of the same caller and client keeps the id
 * @param caller the name of its caller
 * @param client the name of its client
 * @param name the name that was given to it at the login, or an empty text
 * @param created when it was issued
 * @param expiry when it ends
 * @param loginAddress the address that the login came from, or an empty text
 * @param loginUserAgent the user agent that the login came from, at most 256 characters, or an empty text
 * @param lastUse when it was used last, as was known when this was read; never, of the token of a request
 */
public record Token(
        long id,
        String caller,
        String client,
        String name,
        Instant created,
        Expiry expiry,
        String loginAddress,
        String loginUserAgent,
        LastUse lastUse) {

    /** To be kept for a while, in which the last use does not stay the last. */
    Token sharing(TokenCache cache) {
        return new Token(
                id,
                caller,
                cache.one(client),
                cache.one(name),
                created,
                expiry,
                loginAddress,
                cache.one(loginUserAgent),
                LastUse.NEVER);
    }

    Token withExpiry(Expiry newExpiry) {
        return new Token(id, caller, client, name, created, newExpiry, loginAddress, loginUserAgent, lastUse);
    }

    Token withLastUse(LastUse use) {
        return new Token(id, caller, client, name, created, expiry, loginAddress, loginUserAgent, use);
    }
}
