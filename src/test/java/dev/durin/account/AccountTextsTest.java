package dev.durin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names, mail addresses and hashes may look like, and what is never shown. */
class AccountTextsTest {

    private static final String HASH = "NvYdhsMXv1W6H+8eYZtBMUlbQwcIMLc366lg74t/sRE=";

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice Smith", "bobé", "a", "alice@example.com", "\uD83E\uDD8A"})
    void nameWhenItIsOneThenNoFault(String name) {
        assertThat(AccountName.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " alice", "alice ", "ali\0ce", "ali\nce", "ali\u2028ce", "ali\u202ece", "\uD83E"})
    void nameWhenItIsNoneThenFault(String name) {
        assertThat(AccountName.fault(name)).isPresent();
    }

    /** Two accounts would look alike. */
    @ParameterizedTest
    @CsvSource({
        "ali\u200bce, U+200B",
        "\u200dalice, U+200D",
        "alice\ufeff, U+FEFF",
        "ali\u00adce, U+00AD",
        "ali\u200fce, U+200F",
        "ali\u061cce, U+061C",
        "alice\ufe0f, U+FE0F",
        "alice\u3164, U+3164",
        "\u2800alice, U+2800",
        "alice\udb40\udc61, U+E0061",
        "ali\u2065ce, U+2065",
        "ali\ufff0ce, U+FFF0",
        "ali\ue000ce, U+E000",
        "alice\u00a0smith, U+00A0",
        "alice\u2009smith, U+2009"
    })
    void nameWhenSomethingInItCannotBeSeenThenNoneOfANewAccount(String name, String point) {
        assertThat(AccountName.fault(name)).isEmpty();
        assertThat(AccountName.faultOfNew(name))
                .contains("A name must not contain characters that cannot be seen, such as " + point + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice\u00a0", "\u2007alice", "ali\u202ece", ""})
    void nameWhenItBeginsOrEndsWithASpaceOfAnyKindThenNoneOfANewAccount(String name) {
        assertThat(AccountName.faultOfNew(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alice Smith",
                "bobé",
                "\uD83E\uDD8A",
                "\u5c71\u7530\u3000\u592a\u90ce",
                "\u0645\u0631\u06cc\u0645"
            })
    void nameWhenAllOfItCanBeSeenThenOneOfANewAccount(String name) {
        assertThat(AccountName.faultOfNew(name)).isEmpty();
    }

    /** A capital may become two characters. */
    @Test
    void nameWhenTooLongThenFaultAlsoOfWhatItIsComparedBy() {
        assertThat(AccountName.fault("a".repeat(255))).isEmpty();
        assertThat(AccountName.fault("a".repeat(256))).isPresent();
        assertThat(AccountName.fault("\u0130".repeat(200))).isPresent();
    }

    /** In every language of the server. */
    @ParameterizedTest
    @CsvSource({"Alice,alice", "ÄRGER,ärger", "TITLE,title"})
    void naturalWhenCaseDoesNotMatterThenLowerCase(String name, String natural) {
        assertThat(AccountName.natural(name, true)).isEqualTo(natural);
        assertThat(AccountName.natural(name, false)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "alice+shop@example.com", "bobé@exämple.de"})
    void mailWhenItCanBeOneThenTaken(String address) {
        assertThat(MailAddress.checked(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@b",
                "a@",
                "a@b@c",
                "a b@c",
                "a@b\r\nBcc: c@d",
                "a@b,c@d",
                "a@b;c",
                "<a@b>",
                "a@b\0",
                "a@\uD83E"
            })
    void mailWhenItCanBeNoneThenRefused(String address) {
        assertThatThrownBy(() -> AccountDraft.named("alice").mail(address))
                .isInstanceOfSatisfying(InvalidAccountException.class, e -> assertThat(e.field())
                        .isEqualTo("mail"));
    }

    @Test
    void mailWhenTooLongThenRefused() {
        assertThat(MailAddress.checked("a@" + "b".repeat(318))).hasSize(320);
        assertThatThrownBy(() -> MailAddress.checked("a@" + "b".repeat(319)))
                .isInstanceOf(InvalidAccountException.class);
    }

    @Test
    void djangoWhenOfItsDefaultKindThenAsJakartaWritesIt() {
        assertThat(DjangoHash.encoded("pbkdf2_sha256$1000$aSaltOfDjango$" + HASH))
                .isEqualTo("PBKDF2WithHmacSHA256:1000:YVNhbHRPZkRqYW5nbw==:" + HASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "!unusable",
                "pbkdf2_sha256$0$salt$" + HASH,
                "pbkdf2_sha256$-1$salt$" + HASH,
                "pbkdf2_sha256$1000000000$salt$" + HASH,
                "pbkdf2_sha256$1000$$" + HASH,
                "pbkdf2_sha256$1000$salt$AAAA",
                "pbkdf2_sha256$1000$salt$" + HASH + "$",
                "pbkdf2_sha1$1000$salt$" + HASH,
                "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdA$aGFzaA",
            })
    void djangoWhenOfAnotherKindThenRefusedWithoutShowingIt(String hash) {
        assertThatThrownBy(() -> DjangoHash.encoded(hash)).isInstanceOfSatisfying(InvalidAccountException.class, e -> {
            assertThat(e.field()).isEqualTo("password");
            assertThat(e.getMessage()).doesNotContain(HASH);
        });
    }

    @Test
    void textsThenNoSecretAndNoMail() { // B1.6
        Account account = new Account(
                1,
                "alice",
                AccountState.ACTIVE,
                Set.of("user"),
                new Account.AccountMail("a@b", null, null),
                Instant.EPOCH,
                Instant.EPOCH);

        assertThat(new StoredAccount(account, "the-hash"))
                .hasToString("StoredAccount[Account[id=1, name=alice, state=ACTIVE, groups=[user]]]");
        assertThat(AccountDraft.named("alice").password("the-password").mail("a@b"))
                .hasToString("AccountDraft[alice]");
        assertThat(account.mail()).contains("a@b");
        assertThat(account.confirmedMail()).isEmpty();
        assertThat(account.confirmedAt()).isEmpty();
    }
}
