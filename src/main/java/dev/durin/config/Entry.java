package dev.durin.config;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** How a request reaches Durin's check of its token. */
public enum Entry {
    /** An authentication mechanism of the container: the caller is known everywhere. */
    MECHANISM,
    /** A JAX-RS filter: the caller is known to JAX-RS resources and what they call, and the container is not asked. */
    FILTER,
    /** The application calls {@code TokenAuthentication} from a mechanism of its own. */
    NONE;

    /**
     * The entry of the configuration, asked while the application's types are still being discovered. A bad value counts
     * as the default here; it stops the deployment when all settings are checked.
     *
     * @return the entry
     */
    public static Entry configured() {
        return ConfigProvider.getConfig(Entry.class.getClassLoader())
                .getOptionalValue(AllSettings.ENTRY.key(), String.class)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .flatMap(name -> Arrays.stream(values())
                        .filter(entry -> entry.name().equals(name))
                        .findFirst())
                .orElse(MECHANISM);
    }
}
