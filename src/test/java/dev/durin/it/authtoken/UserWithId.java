package dev.durin.it.authtoken;

import dev.durin.spi.UserRepresentation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** The recorded serializer's members, and the id that it wrote. */
@ApplicationScoped
public class UserWithId implements UserRepresentation {

    @Override
    public Object represent(String caller, Set<String> groups) {
        return Map.of("id", 42, "username", caller);
    }
}
