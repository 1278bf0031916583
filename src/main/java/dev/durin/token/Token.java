package dev.durin.token;

import dev.durin.spi.Expiry;
import dev.durin.usage.LastUse;
import java.time.Instant;

/**
 * A token as its owner may see it: a session. There is no secret in it.
 *
 * <p>That of a request, {@link VerifiedToken#token()}, does not know where its login came from nor when it was used last:
 * that would be kept in memory for every token in use, and {@link Tokens#list} tells it.
 *
 * @param id its id; a token that takes the place of another one of the same caller and client keeps the id
 * @param caller the name of its caller
 * @param client the name of its client
 * @param name the name that was given to it at the login, or an empty text
 * @param created when it was issued
 * @param expiry when it ends
 * @param loginAddress the address that the login came from, or an empty text; empty, of the token of a request
 * @param loginUserAgent the user agent that the login came from, at most 256 characters, or an empty text; empty, of the
 *     token of a request
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

    Token withExpiry(Expiry newExpiry) {
        return new Token(id, caller, client, name, created, newExpiry, loginAddress, loginUserAgent, lastUse);
    }

    Token withLastUse(LastUse use) {
        return new Token(id, caller, client, name, created, expiry, loginAddress, loginUserAgent, use);
    }
}
