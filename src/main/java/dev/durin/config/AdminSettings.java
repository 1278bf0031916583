package dev.durin.config;

import java.util.Set;

/**
 * About those who operate the application. Part of {@link Settings}.
 *
 * @param enabled whether there are endpoints and a console for them
 * @param group the group whose members are operators, empty for none
 * @param callers the names of callers who are operators
 * @param clients the names of the clients whose tokens will do, empty for any
 * @param components whether the web components for an application's pages are served
 * @param consoleApi where the console finds the endpoints, empty when Durin shall find out
 */
public record AdminSettings(
        boolean enabled,
        String group,
        Set<String> callers,
        Set<String> clients,
        boolean components,
        String consoleApi) {

    /** The client that the console logs in as. */
    public static final String CONSOLE_CLIENT = "durin-console";

    /** Copies the sets. */
    public AdminSettings {
        callers = Set.copyOf(callers);
        clients = Set.copyOf(clients);
    }

    /**
     * Whether somebody may be an operator.
     *
     * @return false when neither a group nor a caller is named
     */
    public boolean hasOperators() {
        return !group.isEmpty() || !callers.isEmpty();
    }
}
