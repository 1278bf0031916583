package dev.durin.account;

/**
 * What the table says of an account. Stays inside this package; never shows the hash.
 *
 * @param account what others may see
 * @param passwordHash the hash of the password
 */
record StoredAccount(Account account, String passwordHash) {

    boolean isActive() {
        return account.state() == AccountState.ACTIVE;
    }

    @Override
    public String toString() {
        return "StoredAccount[" + account + "]";
    }
}
