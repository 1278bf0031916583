package dev.durin.config;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads the settings while the application is deployed, and stops it with all that is wrong. */
public class ConfigurationExtension implements Extension {

    private static final Logger LOGGER = System.getLogger(ConfigurationExtension.class.getName());

    private @Nullable Settings settings;

    void check(@Observes AfterDeploymentValidation event, BeanManager beans) {
        SettingsReader reader = new SettingsReader(ConfigProvider.getConfig());
        reader.unknownKeys().forEach(warning -> LOGGER.log(Level.WARNING, warning));
        try {
            settings = reader.read();
        } catch (ConfigurationException e) {
            event.addDeploymentProblem(e);
        }
        for (Class<?> point : ExtensionPoint.ALL) {
            checkOnlyOne(point, event, beans);
        }
    }

    Settings settings() {
        if (settings == null) {
            throw new IllegalStateException("Durin's settings are known only after the deployment was validated");
        }
        return settings;
    }

    private static void checkOnlyOne(Class<?> point, AfterDeploymentValidation event, BeanManager beans) {
        Set<Bean<?>> found = beans.getBeans(point);
        if (found.size() > 1) {
            try {
                beans.resolve(found);
            } catch (RuntimeException ambiguous) {
                String classes = found.stream()
                        .map(bean -> bean.getBeanClass().getName())
                        .sorted()
                        .collect(Collectors.joining(", "));
                event.addDeploymentProblem(new ConfigurationException("Durin needs at most one bean of "
                        + point.getName() + ", the application has several: " + classes
                        + ". Remove all but one, or make one an @Alternative with a @Priority."));
            }
        }
    }
}
