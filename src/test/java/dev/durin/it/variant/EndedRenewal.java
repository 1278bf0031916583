package dev.durin.it.variant;

import dev.durin.spi.Expiry;
import dev.durin.spi.TokenRenewal;
import jakarta.enterprise.context.ApplicationScoped;

/** Renews nothing that is older than a cap that has passed long ago. */
@ApplicationScoped
public class EndedRenewal implements TokenRenewal {

    @Override
    public Expiry renewedExpiry(Renewal renewal) {
        return Expiry.at(renewal.created().minusSeconds(1));
    }
}
