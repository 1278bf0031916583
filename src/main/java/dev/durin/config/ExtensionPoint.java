package dev.durin.config;

import dev.durin.spi.CallerStatus;
import dev.durin.spi.ClientResolver;
import dev.durin.spi.LoginPolicyCheck;
import dev.durin.spi.LoginResponse;
import dev.durin.spi.TimeSource;
import dev.durin.spi.TokenRenewal;
import dev.durin.spi.UserRepresentation;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** The rule by which an application's bean takes the place of a default. */
public final class ExtensionPoint {

    /** Every interface that an application may implement. */
    static final List<Class<?>> ALL = List.of(
            CallerStatus.class,
            ClientResolver.class,
            LoginPolicyCheck.class,
            LoginResponse.class,
            TimeSource.class,
            TokenRenewal.class,
            UserRepresentation.class);

    private ExtensionPoint() {}

    /**
     * The application's bean if it has one, else the default.
     *
     * @param application the beans of the application; more than one was refused at start-up
     * @param otherwise what Durin does by default
     * @param <T> the extension interface
     * @return the one in use
     */
    public static <T> T choose(Instance<T> application, T otherwise) {
        return application.isUnsatisfied() ? otherwise : application.get();
    }
}
