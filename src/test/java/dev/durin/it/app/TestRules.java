package dev.durin.it.app;

import dev.durin.spi.CallerStatus;
import dev.durin.spi.LoginPolicyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
public class TestRules implements CallerStatus, LoginPolicyCheck {

    @Override
    public boolean isActive(String caller) {
        if (Switches.statusFails) {
            throw new IllegalStateException("the directory is away");
        }
        return !Switches.INACTIVE.contains(caller);
    }

    @Override
    public boolean mayLogIn(String caller, Set<String> groups, String client) {
        return !caller.equals(Switches.refusedByPolicy);
    }
}
