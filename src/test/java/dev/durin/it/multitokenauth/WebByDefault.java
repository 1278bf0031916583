package dev.durin.it.multitokenauth;

import dev.durin.spi.ClientResolver;
import dev.durin.spi.LoginRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Logins there name no client. */
@ApplicationScoped
public class WebByDefault implements ClientResolver {

    @Override
    public Optional<String> clientName(LoginRequest login) {
        return login.field("client").or(() -> Optional.of("web"));
    }
}
