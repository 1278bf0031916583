package dev.durin.account;

import java.util.Locale;

/**
 * Somebody who wants an account. Shows neither the password nor the address.
 *
 * @param name the name that the account shall have
 * @param password the password
 * @param mail the mail address, empty when there is none
 * @param locale the language of what is mailed
 */
public record Applicant(String name, String password, String mail, Locale locale) {
    @Override
    public String toString() {
        return "Applicant[" + name + "]";
    }
}
