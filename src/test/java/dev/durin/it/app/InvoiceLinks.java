package dev.durin.it.app;

import dev.durin.scoped.IssuedScopedToken;
import dev.durin.scoped.ScopedTokenRequest;
import dev.durin.scoped.ScopedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** As docs/scoped-tokens.md has it. */
@ApplicationScoped
public class InvoiceLinks {

    @Inject
    ScopedTokens scopedTokens;

    public String link(String caller, long order) {
        IssuedScopedToken token = scopedTokens.issue(ScopedTokenRequest.of(caller)
                .allow(OrderResource.class, "invoice")
                .with("id", order)
                .expiresIn(Duration.ofMinutes(10))
                .recipient("invoice link"));
        return "https://shop.example/api/orders/" + order + "/invoice?TOKEN=" + token.reveal();
    }

    public IssuedScopedToken webhook(String caller, long order) {
        return scopedTokens.issue(ScopedTokenRequest.of(caller)
                .allow("POST", "/api/orders/" + order + "/payment")
                .expiresIn(Duration.ofHours(12))
                .recipient("payment service"));
    }
}
