package dev.durin.config;

import org.eclipse.microprofile.config.ConfigProvider;

/** How a request reaches Durin's check of its token. */
public enum Entry {
    /** An authentication mechanism of the container: the caller is known everywhere. */
    MECHANISM,
    /** The application calls {@code TokenAuthentication} from a mechanism of its own. */
    NONE;

    /**
     * Whether the container shall get a mechanism, asked while the application's types are still being discovered. A bad
     * value counts as the default here; it stops the deployment when all settings are checked.
     *
     * @return false when the configuration says another entry
     */
    public static boolean mechanismIsWanted() {
        return ConfigProvider.getConfig()
                .getOptionalValue(AllSettings.ENTRY.key(), String.class)
                .map(text -> !text.strip().equalsIgnoreCase(NONE.name()))
                .orElse(true);
    }
}
