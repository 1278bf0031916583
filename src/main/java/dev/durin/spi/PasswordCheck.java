package dev.durin.spi;

import java.util.Optional;

/**
 * Says which passwords are too easy to guess. The default refuses those that are the caller's name and those that most
 * people take first.
 *
 * <p>A CDI bean of this type replaces the default. It is asked whenever an account that Durin keeps gets a password; the
 * length was found right before. It must not keep the password. What it throws is thrown by whoever asked for the
 * password.
 */
@FunctionalInterface
public interface PasswordCheck {

    /**
     * What is wrong with a password.
     *
     * @param caller the name of the account
     * @param password the password as it was typed
     * @return a sentence for whoever chose it, or empty when it may be used
     */
    Optional<String> objection(String caller, String password);
}
