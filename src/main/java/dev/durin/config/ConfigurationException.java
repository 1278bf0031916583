package dev.durin.config;

/** The configuration cannot be used. The message names key, value, reason and an example, one line for each fault. */
public final class ConfigurationException extends RuntimeException {

    /**
     * A fault that stops the deployment.
     *
     * @param message what is wrong and how to mend it
     */
    public ConfigurationException(String message) {
        super(message);
    }
}
