package dev.durin.it.variant;

import dev.durin.it.app.DuringLogin;
import dev.durin.spi.PasswordCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes every password. When one is looked at that somebody has chosen, what a test wants happens: the old one is known then. */
@ApplicationScoped
public class DuringPasswordCheck implements PasswordCheck {

    @Override
    public Optional<String> objection(String caller, String password) {
        DuringLogin.happen();
        return Optional.empty();
    }
}
