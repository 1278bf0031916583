package dev.durin.config;

import org.eclipse.microprofile.config.ConfigProvider;

/** Whether Durin keeps accounts, for those who must know before the settings are read. */
public final class AccountsSwitch {

    private AccountsSwitch() {}

    /**
     * What the configuration says, asked while the application's types are still being discovered. A bad value counts as
     * off here; it stops the deployment when all settings are checked.
     *
     * @return true when {@code durin.accounts.enabled} is
     */
    public static boolean isOn() {
        return ConfigProvider.getConfig(AccountsSwitch.class.getClassLoader())
                .getOptionalValue(AllAccountSettings.ENABLED.key(), String.class)
                .filter(text -> text.strip().equalsIgnoreCase("true"))
                .isPresent();
    }
}
