package dev.durin.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.junit.jupiter.api.Test;

/** Which identity stores may take a name and a password. */
class OtherStoresTest {

    @Test
    void takesPasswordsWhenAMethodMayThenTrue() {
        assertThat(OtherStores.takesPasswords(OfAnything.class)).isTrue();
        assertThat(OtherStores.takesPasswords(OfPasswords.class)).isTrue();
        assertThat(OtherStores.takesPasswords(Inheriting.class)).isTrue();
    }

    /** As those of the platform's annotations, whose beans say no more. */
    @Test
    void takesPasswordsWhenNothingIsKnownThenTrue() {
        assertThat(OtherStores.takesPasswords(IdentityStore.class)).isTrue();
        assertThat(OtherStores.takesPasswords(Producer.class)).isTrue();
    }

    /** The inherited method looks for one of exactly the type of the credential. */
    @Test
    void takesPasswordsWhenNoMethodMayThenFalse() {
        assertThat(OtherStores.takesPasswords(OfGroups.class)).isFalse();
        assertThat(OtherStores.takesPasswords(OfOtherCredentials.class)).isFalse();
    }

    static class OfAnything implements IdentityStore {
        @Override
        public CredentialValidationResult validate(Credential credential) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    static class Inheriting extends OfAnything {}

    static class OfPasswords implements IdentityStore {
        public CredentialValidationResult validate(UsernamePasswordCredential credential) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    static class OfOtherCredentials implements IdentityStore {
        public CredentialValidationResult validate(BasicAuthenticationCredential credential) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    static class OfGroups implements IdentityStore {}

    static class Producer {}
}
