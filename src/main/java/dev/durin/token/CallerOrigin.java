package dev.durin.token;

/**
 * What an identity store said of a caller beside the name, so that groups can be asked for again later. Empty texts
 * where the store said nothing.
 *
 * @param storeId the id of the identity store that knew the password
 * @param distinguishedName the caller's name in that store, such as in LDAP
 * @param uniqueId the caller's unique id in that store
 */
public record CallerOrigin(String storeId, String distinguishedName, String uniqueId) {

    /** Nothing is known, for tokens that are issued without a login. */
    public static final CallerOrigin UNKNOWN = new CallerOrigin("", "", "");
}
