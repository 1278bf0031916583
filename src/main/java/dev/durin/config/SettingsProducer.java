package dev.durin.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Makes the settings injectable. */
@Dependent
class SettingsProducer {

    @Produces
    @Dependent
    Settings settings(ConfigurationExtension extension) {
        return extension.settings();
    }
}
