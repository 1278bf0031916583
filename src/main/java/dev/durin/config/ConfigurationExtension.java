package dev.durin.config;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads the settings while the application is deployed, and stops it with all that is wrong. */
public class ConfigurationExtension implements Extension {

    private static final Logger LOGGER = System.getLogger(ConfigurationExtension.class.getName());

    private @Nullable Settings settings;

    void check(@Observes AfterDeploymentValidation event) {
        SettingsReader reader = new SettingsReader(ConfigProvider.getConfig(Entry.class.getClassLoader()));
        reader.unknownKeys().forEach(warning -> LOGGER.log(Level.WARNING, warning));
        try {
            settings = reader.read();
        } catch (ConfigurationException e) {
            event.addDeploymentProblem(e);
        }
    }

    Settings settings() {
        if (settings == null) {
            throw new IllegalStateException("Durin's settings are known only after the deployment was validated");
        }
        return settings;
    }
}
