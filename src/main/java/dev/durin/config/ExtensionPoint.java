package dev.durin.config;

import dev.durin.spi.CallerStatus;
import dev.durin.spi.ClientResolver;
import dev.durin.spi.LoginPolicyCheck;
import dev.durin.spi.LoginResponse;
import dev.durin.spi.MailText;
import dev.durin.spi.PasswordCheck;
import dev.durin.spi.RateCounter;
import dev.durin.spi.TimeSource;
import dev.durin.spi.TokenRenewal;
import dev.durin.spi.UserRepresentation;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.stream.Collectors;

/** The rule by which an application's bean takes the place of a default. */
public final class ExtensionPoint {

    /** Every interface that an application may implement. */
    private static final List<Class<?>> ALL = List.of(
            CallerStatus.class,
            ClientResolver.class,
            LoginPolicyCheck.class,
            LoginResponse.class,
            MailText.class,
            PasswordCheck.class,
            RateCounter.class,
            TimeSource.class,
            TokenRenewal.class,
            UserRepresentation.class);

    private ExtensionPoint() {}

    /**
     * Makes sure that it is clear which bean takes the place of a default.
     *
     * @throws ConfigurationException when the application has several for one interface
     */
    public static void requireAtMostOneBeanEach() {
        for (Class<?> point : ALL) {
            Instance<?> beans = Beans.current().select(point);
            if (beans.isAmbiguous()) {
                throw new ConfigurationException("Durin needs at most one bean of " + point.getName()
                        + ", the application has several: " + classNames(beans)
                        + ". Remove all but one, or make one an @Alternative with a @Priority.");
            }
        }
    }

    private static <T> String classNames(Instance<T> beans) {
        return beans.handlesStream()
                .map(handle -> handle.getBean().getBeanClass().getName())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * The application's bean if it has one, else the default.
     *
     * @param application the beans of the application; several were refused at start-up
     * @param otherwise what Durin does by default
     * @param <T> the extension interface
     * @return the one in use
     */
    public static <T> T choose(Instance<T> application, T otherwise) {
        return application.isUnsatisfied() ? otherwise : application.get();
    }
}
