package dev.durin.it.app;

import dev.durin.authentication.CurrentToken;
import dev.durin.spi.CallerStatus;
import dev.durin.spi.LoginPolicyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

@ApplicationScoped
public class TestRules implements CallerStatus, LoginPolicyCheck {

    @Inject
    CurrentToken current;

    @Override
    public boolean isActive(String caller) {
        // Nobody is known yet while Durin is finding out; to ask must do no harm.
        Switches.knownDuringTheCheck = current.token().isPresent();
        if (Switches.statusFails) {
            throw new IllegalStateException("the directory is away");
        }
        return !Switches.INACTIVE.contains(caller);
    }

    @Override
    public boolean mayLogIn(String caller, Set<String> groups, String client) {
        DuringLogin.happen();
        return !caller.equals(Switches.refusedByPolicy);
    }
}
