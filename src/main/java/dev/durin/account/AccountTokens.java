package dev.durin.account;

import dev.durin.config.Part;
import dev.durin.event.RevocationReason;
import dev.durin.store.Batches;
import dev.durin.token.SignedTokens;
import dev.durin.token.Token;
import dev.durin.token.Tokens;
import jakarta.inject.Inject;
import java.util.List;

/** What a change of an account means for the tokens of its caller. Thread-safe. */
@Part
class AccountTokens {

    private final Tokens tokens;
    private final SignedTokens signedTokens;

    @Inject
    AccountTokens(Tokens tokens, SignedTokens signedTokens) {
        this.tokens = tokens;
        this.signedTokens = signedTokens;
    }

    /** What is known of the caller on this node does not hold any more. The other nodes are told by the change itself. */
    void changed(String caller) {
        tokens.forget(caller);
    }

    /** The account is gone without ever having been anybody's: who has the name next inherits nothing. */
    void abandoned(String caller) {
        signedTokens.revokeAll(caller);
        tokens.forget(caller);
    }

    /** An account of this name is going to come or go: makes {@link #beginAnew} possible. */
    void expected(String caller) {
        signedTokens.expect(caller);
    }

    /**
     * The running transaction, of which this is the first statement, creates or removes an account: what was made before for
     * its name is of no use to whoever has it then.
     */
    void beginAnew(String caller) {
        signedTokens.beginAnew(caller);
    }

    int endAll(String caller, RevocationReason reason) {
        return tokens.revokeAll(caller, reason);
    }

    int end(String caller, KeptTokens kept, RevocationReason reason) {
        if (kept instanceof KeptTokens.All) {
            return 0;
        }
        return kept instanceof KeptTokens.One one ? endOthers(caller, one.tokenId(), reason) : endAll(caller, reason);
    }

    /** Looks again until there is none: a login may make one meanwhile. */
    private int endOthers(String caller, long kept, RevocationReason reason) {
        try {
            return Batches.untilEmpty(most -> {
                List<Token> others = tokens.list(caller).stream()
                        .filter(token -> token.id() != kept)
                        .limit(most)
                        .toList();
                others.forEach(token -> tokens.revoke(caller, token.id(), reason));
                return others.size();
            });
        } finally {
            // The last: until then one that ends may have made another scoped one.
            signedTokens.revokeAll(caller);
        }
    }
}
