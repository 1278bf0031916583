package dev.durin.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Settings for tests; a test writes down only what matters to it. */
public final class TestSettings {

    private TestSettings() {}

    /** The settings of an application that configures nothing but this. */
    public static Settings of(Map<String, String> configured) {
        return new SettingsReader(config(configured)).read();
    }

    static Config config(Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(configured, "test", 100))
                .build();
    }
}
