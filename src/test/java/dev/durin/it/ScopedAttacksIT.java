package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each attack on signed tokens that is known; most by somebody who even has the key. None is let in, and none is a fault. */
class ScopedAttacksIT extends ScopedTest {

    private static final String PATH = "api/echo/foo";
    private static final ScopedForger FORGER = new ScopedForger(Deployments.SECRET_KEY, "durin scoped tokens");

    private Scoped good;
    private String claims;

    @BeforeEach
    void makeOne() {
        good = scoped("GET /api/echo/foo", "call invoice", "with id=42", "recipient print shop");
        claims = FORGER.claims(good.text());
        assertThat(get(PATH, good).status()).isEqualTo(200);
    }

    private void assertRefused(String token) {
        Answer answer = get(PATH, token);
        assertThat(answer.status()).as(token).isEqualTo(401);
        assertThat(answer.detail()).isIn("Invalid token.", "The given token has expired.");
    }

    private void assertRefusedWith(String what, String instead) {
        assertThat(claims).contains(what);
        assertRefused(FORGER.of(claims.replace(what, instead)));
    }

    /** B9.79: what another library finds in it is what was asked for. */
    @Test
    void issuedThenAnotherLibraryReadsTheSame() {
        assertThat(claims)
                .startsWith("{\"iss\":\"durin\",\"aud\":\"" + root().getPath().replaceAll("/$", "")
                        + "\",\"sub\":\"alice\",\"jti\":\"" + good.id() + "\",\"iat\":")
                .contains("\"generation\":", "\"recipient\":\"print shop\"")
                .endsWith(
                        "\"operations\":[{\"method\":\"GET\",\"path\":\"/api/echo/foo\"},"
                                + "{\"resource\":\"dev.durin.it.app.EchoResource\",\"name\":\"invoice\",\"with\":{\"id\":\"42\"}}]}");
    }

    /** The forger's tokens are good where nothing is wrong with them: else all of this would prove nothing. */
    @Test
    void signedWithTheKeyAndNothingWrongThenLetIn() {
        assertThat(FORGER.of(claims)).isEqualTo(good.text());
        assertThat(get(PATH, FORGER.of(claims.replace("print shop", "print shed")))
                        .status())
                .isEqualTo(200);
    }

    /** B9.79 */
    @Test
    void algorithmNoneThenRefused() {
        String payload = "." + ScopedForger.encode(claims) + ".";
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            String header = FORGER.header().replace("HS256", none);
            assertRefused(ScopedForger.encode(header) + payload);
            assertRefused(FORGER.of(header, claims));
            assertRefused(ScopedForger.encode("{\"alg\":\"" + none + "\"}") + payload);
        }
        String[] parts = good.text().split("\\.", -1);
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1]);
    }

    /** B9.79 */
    @Test
    void anotherAlgorithmThenRefused() throws GeneralSecurityException {
        for (String algorithm : List.of("HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA", "hs256", "")) {
            assertRefused(FORGER.of(FORGER.header().replace("HS256", algorithm), claims));
        }
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        String signed =
                ScopedForger.encode(FORGER.header().replace("HS256", "RS256")) + "." + ScopedForger.encode(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.generateKeyPair().getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        assertRefused(signed + "." + ScopedForger.encode(signature.sign()));
    }

    /** B9.79 */
    @Test
    void keyIdThatLeadsElsewhereThenRefused() {
        for (String keyId : List.of(
                "",
                "0000000000000000",
                "../../../../dev/null",
                "/dev/null",
                "' OR '1'='1",
                "http://attacker.example/key",
                FORGER.keyId().toUpperCase(Locale.ROOT),
                FORGER.keyId() + " ",
                FORGER.keyId().substring(1))) {
            assertRefused(FORGER.of(FORGER.header().replace(FORGER.keyId(), keyId), claims));
        }
    }

    /** B9.79 */
    @Test
    void headerWithMoreOrLessOrOtherwiseThenRefused() {
        String header = FORGER.header();
        for (String more : List.of(
                "\"jku\":\"https://attacker.example/keys\"",
                "\"x5u\":\"https://attacker.example/cert\"",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "\"crit\":[\"exp\"]",
                "\"b64\":false",
                "\"zip\":\"DEF\"",
                "\"cty\":\"JWT\"",
                "\"alg\":\"none\"",
                "\"kid\":\"" + FORGER.keyId() + "\"")) {
            assertRefused(FORGER.of(header.replace("}", "," + more + "}"), claims));
            assertRefused(FORGER.of(header.replace("{", "{" + more + ","), claims));
        }
        for (String other : List.of(
                header.replace("durin-scoped+jwt", "JWT"),
                header.replace("durin-scoped+jwt", "at+jwt"),
                header.replace("durin-scoped+jwt", "DURIN-SCOPED+JWT"),
                header.replace("durin-scoped+jwt", "application/durin-scoped+jwt"),
                header.replace(":", ": "),
                " " + header,
                "{\"alg\":\"HS256\",\"kid\":\"" + FORGER.keyId() + "\"}",
                "{\"alg\":\"HS256\"}",
                "{}",
                "[]",
                "null",
                "HS256")) {
            assertRefused(FORGER.of(other, claims));
        }
        assertRefused(FORGER.byLibrary(claims));
    }

    /** B9.80 */
    @Test
    void keyForAnotherPurposeThenRefused() {
        for (String purpose : List.of("durin tokens", "durin mailed links", "durin scoped tokens v2", "")) {
            ScopedForger other = new ScopedForger(Deployments.SECRET_KEY, purpose);
            assertRefused(other.of(FORGER.header(), claims));
        }
        ScopedForger stranger = new ScopedForger("YW5vdGhlciBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyE=", "durin scoped tokens");
        assertRefused(stranger.of(claims));
        assertRefused(stranger.of(FORGER.header(), claims));
        assertRefused(good.text().substring(0, good.text().lastIndexOf('.') + 1)
                + ScopedForger.encode(ScopedForger.mac(
                        Base64.getDecoder().decode(Deployments.SECRET_KEY),
                        good.text().substring(0, good.text().lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII))));
    }

    /** B9.79; CVE-2026-29000 */
    @Test
    void encryptedOrWrappedThenRefused() throws JOSEException {
        JWEObject encrypted = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256).build(), new Payload(claims));
        encrypted.encrypt(new DirectEncrypter(FORGER.key()));
        assertRefused(encrypted.serialize());
        assertRefused(FORGER.of(good.text()));
        assertRefused("{\"payload\":\"" + ScopedForger.encode(claims) + "\",\"signatures\":[]}");
    }

    /** B9.81 */
    @Test
    void claimMissingDoubleOrOfAnotherTypeThenRefused() {
        for (String claim :
                claims.substring(1, claims.indexOf(",\"operations\"")).split(",", -1)) {
            String name = claim.substring(0, claim.indexOf(':'));
            if (!name.equals("\"recipient\"")) {
                assertRefused(FORGER.of(claims.replace(claim + ",", "")));
            }
            assertRefusedWith(claim, claim + "," + claim);
            for (String value :
                    List.of("null", "true", "[]", "{}", "\"\"", "1.5", "1e3", "-1", "\"1\"", "99999999999999999999")) {
                // Whoever has the key may name whomever they like.
                if (!value.equals("\"1\"")
                        || !List.of("\"sub\"", "\"recipient\"").contains(name)) {
                    assertRefusedWith(claim, name + ":" + value);
                }
            }
        }
        assertRefused(FORGER.of(claims.replaceFirst(",\"operations\".*", "}")));
        assertRefusedWith("{\"iss\"", "{\"admin\":true,\"iss\"");
        assertRefusedWith("{\"iss\"", "{ \"iss\"");
        for (String text :
                List.of("", "{}", "[]", "null", "\"alice\"", "{", claims + " ", claims + "{}", "[" + claims + "]")) {
            assertRefused(FORGER.of(text));
        }
        assertRefused(FORGER.of("[".repeat(1400)));
    }

    @Test
    void operationsThatAreNoneThenRefused() {
        String operation = "{\"method\":\"GET\",\"path\":\"/api/echo/foo\"}";
        for (String other : List.of(
                "null",
                "[]",
                "{}",
                "\"GET /\"",
                "{\"method\":\"GET\"}",
                "{\"path\":\"/api/echo/foo\"}",
                "{\"method\":\"get\",\"path\":\"/api/echo/foo\"}",
                "{\"method\":\"BREW\",\"path\":\"/api/echo/foo\"}",
                "{\"method\":\"GET\",\"path\":\"api/echo/foo\"}",
                "{\"method\":\"GET\",\"path\":\"\"}",
                "{\"method\":\"GET\",\"path\":\"/api/echo/../echo/foo\"}",
                "{\"method\":\"GET\",\"path\":\"/api/*/foo\"}",
                "{\"method\":\"GET\",\"path\":7}",
                "{\"method\":\"GET\",\"path\":\"/api/echo/foo\",\"more\":1}",
                "{\"path\":\"/api/echo/foo\",\"method\":\"GET\"}",
                operation + ",null")) {
            assertRefusedWith(operation, other);
        }
    }

    @Test
    void halfOfACharacterThenRefused() {
        assertRefusedWith("\"id\":\"42\"", "\"id\":\"\\ud800\"");
        assertRefusedWith("\"path\":\"/api/echo/foo\"", "\"path\":\"/api/echo/\\udc00\"");
        assertRefusedWith("\"sub\":\"alice\"", "\"sub\":\"alice\\ud800\"");
    }

    /** B9.81 */
    @Test
    void issuerOrAudienceOfAnotherThenRefused() {
        assertRefusedWith("\"iss\":\"durin\"", "\"iss\":\"durin2\"");
        assertRefusedWith("\"aud\":\"/", "\"aud\":\"/another/");
        assertRefusedWith("\"sub\":\"alice\"", "\"sub\":\"\"");
    }

    /** B9.81 */
    @Test
    void madeInTheFutureThenGoodWithinTheSkewAlone() {
        long now = number("iat");

        assertThat(get(PATH, FORGER.of(at(now + 20, now + 600))).status()).isEqualTo(200);
        assertRefused(FORGER.of(at(now + 60, now + 600)));
        assertRefused(FORGER.of(at(now + 86_400, now + 90_000)));
        assertRefusedWith("\"nbf\":" + now, "\"nbf\":" + (now - 1));
        assertRefusedWith("\"nbf\":" + now, "\"nbf\":" + (now + 3600));
    }

    /** B9.81, B9.85 */
    @Test
    void lifetimeThatNobodyCouldHaveAskedForThenRefused() {
        long now = number("iat");

        assertRefused(FORGER.of(at(now, now + 86_401)));
        assertRefused(FORGER.of(at(now - 90_000, now + 600)));
        assertRefused(FORGER.of(at(now, now)));
        assertRefused(FORGER.of(at(now, now - 1)));
        assertRefused(FORGER.of(at(now, 253402300800L)));
        assertRefused(FORGER.of(at(now, Long.MAX_VALUE)));
        assertRefused(FORGER.of(at(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    private long number(String name) {
        return Long.parseLong(claims.replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
    }

    private String at(long issued, long expiry) {
        return claims.replaceAll(
                "\"iat\":\\d+,\"nbf\":\\d+,\"exp\":\\d+",
                "\"iat\":" + issued + ",\"nbf\":" + issued + ",\"exp\":" + expiry);
    }

    @Test
    void recipientThatCannotBeThenRefused() {
        for (String name : List.of(" x", "x ", "a\\nb", "a\\r\\nX-Admin: 1", "\\u0000", "é", "x".repeat(101))) {
            assertRefusedWith("\"recipient\":\"print shop\"", "\"recipient\":\"" + name + "\"");
        }
    }

    @Test
    void parentThatIsNoneThenRefused() {
        for (String parent :
                List.of("x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "=", "A".repeat(43))) {
            assertRefusedWith("\"recipient\"", "\"parent\":\"" + parent + "\",\"recipient\"");
        }
    }

    /** The parent of another one, which is masked with that one's id. */
    @Test
    void parentOfAnotherThenRefused() {
        Scoped child = scoped("GET /api/echo/foo", "parent " + api.token("alice", "web"));
        String parents = FORGER.claims(child.text()).replaceAll(".*(\"parent\":\"[^\"]*\",).*", "$1");

        assertThat(parents).startsWith("\"parent\"");
        assertRefusedWith("\"recipient\"", parents + "\"recipient\"");
    }

    /** One spelling: nothing that decodes to the same is the same. */
    @Test
    void spelledOtherwiseThenRefused() {
        String[] parts = good.text().split("\\.", -1);
        char last = parts[2].charAt(42);
        Stream<String> unusedBits = IntStream.rangeClosed(1, 3)
                .mapToObj(bit -> parts[0] + "." + parts[1] + "." + parts[2].substring(0, 42) + otherBits(last, bit));
        Stream<String> others = Stream.of(
                good.text() + "=",
                parts[0] + "=." + parts[1] + "." + parts[2],
                good.text().replace('-', '+').replace('_', '/') + "+",
                good.text() + ".",
                "." + good.text(),
                good.text() + "." + parts[2],
                good.text().substring(1),
                good.text().substring(0, good.text().length() - 1),
                good.text() + "A",
                good.text().toUpperCase(Locale.ROOT),
                parts[0] + "." + parts[1] + "." + parts[1],
                parts[1] + "." + parts[0] + "." + parts[2],
                parts[0] + "..",
                "..",
                "...",
                ".",
                "a.b.c",
                good.text() + "%00",
                "x".repeat(5000),
                good.text().replace(".", "%2E"));
        Stream.concat(unusedBits, others).forEach(this::assertRefused);
    }

    private static char otherBits(char character, int bit) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(character) ^ bit);
    }

    /** Any character changed, any piece cut off. */
    @Test
    void changedOrCutAnywhereThenRefused() {
        for (int at = 0; at < good.text().length(); at += 7) {
            char other = good.text().charAt(at) == 'A' ? 'B' : 'A';
            assertRefused(good.text().substring(0, at) + other + good.text().substring(at + 1));
            if (at > 0) {
                assertRefused(good.text().substring(0, at));
            }
        }
    }

    @Test
    void takenForTheOtherKindThenRefused() {
        assertThat(api.get("api/who/authenticated", good.text()).status()).isEqualTo(401);
        assertRefused(api.token("alice", "web"));
    }
}
