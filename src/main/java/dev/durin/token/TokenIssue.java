package dev.durin.token;

import dev.durin.client.Client;
import dev.durin.spi.Lifetime;
import java.util.List;

/**
 * A token that shall be made, or answered.
 *
 * @param request for whom
 * @param client the client as it is now
 * @param rule what is done when there is one
 * @param limits how many there may be, none when there may be any number
 * @param lifetime how long it lives
 */
record TokenIssue(TokenRequest request, Client client, SlotRule rule, List<TokenLimit> limits, Lifetime lifetime) {

    String caller() {
        return request.caller();
    }
}
