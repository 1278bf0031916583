package dev.durin.token;

import dev.durin.client.Client;
import java.util.List;

/**
 * A token that shall be made, or answered.
 *
 * @param request for whom
 * @param client the client as it is now
 * @param rule what is done when there is one
 * @param limits how many there may be, none when there may be any number
 */
record TokenIssue(TokenRequest request, Client client, SlotRule rule, List<TokenLimit> limits) {

    String caller() {
        return request.caller();
    }
}
