package dev.durin.spi;

import java.util.Optional;

/**
 * Says which API client a login is for. The default takes the field {@code client} of the body.
 *
 * <p>A CDI bean of this type replaces the default. What it throws makes the login answer 503.
 */
@FunctionalInterface
public interface ClientResolver {

    /**
     * The name of the client that this login is for.
     *
     * @param login the login as asked for
     * @return the client's name, or empty when the login names none, which is answered with 400
     */
    Optional<String> clientName(LoginRequest login);
}
