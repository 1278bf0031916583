package dev.durin.config;

/**
 * About accounts kept by Durin.
 *
 * @param enabled whether there are any
 * @param caseInsensitiveNames whether names that differ in capitals alone are one account
 * @param passwordIterations how often a hash goes over a password
 * @param parallelHashes how many passwords at most are hashed at once
 * @param passwordMinLength how many characters a new password has at least
 * @param passwordMaxLength how many characters a new password has at most
 * @param mail about the links that their callers are mailed
 */
public record AccountSettings(
        boolean enabled,
        boolean caseInsensitiveNames,
        int passwordIterations,
        int parallelHashes,
        int passwordMinLength,
        int passwordMaxLength,
        AccountMailSettings mail) {

    /**
     * Whether whoever gets hold of the hashes needs long enough for each guess.
     *
     * @return false for so few iterations that it is worth a warning
     */
    public boolean hasSafeIterations() {
        return passwordIterations >= AllAccountSettings.SAFE_ITERATIONS;
    }
}
