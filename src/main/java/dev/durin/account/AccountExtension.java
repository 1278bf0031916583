package dev.durin.account;

import dev.durin.config.AccountsSwitch;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/** Leaves the identity store of accounts out where there are none. */
public class AccountExtension implements Extension {

    /** For the container. */
    public AccountExtension() {}

    void chooseIdentityStore(@Observes ProcessAnnotatedType<AccountIdentityStore> event) {
        if (!AccountsSwitch.isOn()) {
            event.veto();
        }
    }
}
