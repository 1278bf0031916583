package dev.durin.admin;

import dev.durin.config.AdminSettings;

/** A client cannot be changed by an operator, because the configuration says what it is. */
public final class ManagedByConfigurationException extends RuntimeException {

    private final String detail;

    /** Names the keys that have to be changed instead. */
    ManagedByConfigurationException(String client) {
        this(client, "durin.clients." + client + ".*");
    }

    private ManagedByConfigurationException(String client, String keys) {
        super("The client " + client + " is managed by configuration");
        this.detail = client.equals(AdminSettings.CONSOLE_CLIENT)
                ? "The console needs the client \"" + client + "\". Its keys " + keys
                        + " in the configuration change it, at the next start."
                : "The configuration manages the client \"" + client + "\". Its keys " + keys
                        + " change it, at the next start.";
    }

    /**
     * What can be done instead.
     *
     * @return two sentences
     */
    public String detail() {
        return detail;
    }
}
