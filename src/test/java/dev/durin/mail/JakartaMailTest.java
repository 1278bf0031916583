package dev.durin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.durin.ClosedPort;
import dev.durin.config.ConfigurationException;
import dev.durin.config.MailSecurity;
import dev.durin.config.MailSettings;
import dev.durin.config.MailSettings.MailServer;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to a mail server. */
class JakartaMailTest {

    /** Longer than any answer takes here, however busy the machine is. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static GreenMail mailServer;

    @BeforeAll
    static void startMailServer() {
        mailServer =
                new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)});
        mailServer.start();
        mailServer.setUser("durin@example.com", "durin", "secret-of-mail");
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(TIMEOUT.toMillis());
        return setup;
    }

    @AfterAll
    static void stopMailServer() {
        mailServer.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        mailServer.purgeEmailFromAllMailboxes();
    }

    private static MailSettings settings(String from, MailServer server) {
        return new MailSettings("", server, from, Locale.ENGLISH, true, Duration.ofSeconds(10), Duration.ofDays(1));
    }

    private static MailTransport to(int port, MailSecurity security, String username, String password) {
        return to(new MailServer("127.0.0.1", port, security, username, password, TIMEOUT));
    }

    private static MailTransport to(MailServer server) {
        return JakartaMail.of(settings("Durins Läden <shop@bücher.example>", server));
    }

    private static MailTransport plain() {
        return to(mailServer.getSmtp().getPort(), MailSecurity.NONE, "", "");
    }

    private static Letter letter(String address, String subject, String body) {
        return new Letter("some-id", address, subject, body, Instant.parse("2027-01-02T03:04:05Z"));
    }

    private static Letter to(String address) {
        return letter(address, "Subject", "Body");
    }

    private static MimeMessage received() {
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        return mailServer.getReceivedMessages()[0];
    }

    private static String bytes(MimeMessage message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void letterWhenSentThenItSaysWhatAMailHasTo() throws Exception {
        Delivery delivery = plain().send(letter("dora@bücher.example", "Grüße", "Schöne Grüße\n.\n\nund tschüß\n"));

        assertThat(delivery).isEqualTo(new Delivery.Sent());
        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(message.getContent()).isEqualTo("Schöne Grüße\r\n.\r\n\r\nund tschüß");
        assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(message.getFrom())
                .containsExactly(new InternetAddress("shop@xn--bcher-kva.example", "Durins Läden", "UTF-8"));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Durins Läden");
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("dora@xn--bcher-kva.example"));
        assertThat(message.getMessageID()).isEqualTo("<some-id@xn--bcher-kva.example>");
        assertThat(message.getHeader("Date")).containsExactly("Sat, 2 Jan 2027 03:04:05 +0000");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(bytes(message)).matches(text -> text.chars().allMatch(character -> character < 128));
    }

    /** A link stays whole, also where the text has to be encoded. */
    @Test
    void linkWhenLongThenItIsOneLine() throws Exception {
        String link = "https://shop.example/confirm/" + "0123456789abcdef".repeat(20);

        plain().send(letter("dora@example.com", "ü", "ü\n\n" + link + "\n\nü\n"));

        assertThat((String) received().getContent()).contains("\r\n" + link + "\r\n");
    }

    /** B7.71 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: eve@example.com",
                "x\nBcc: eve@example.com",
                "x\rBcc: eve@example.com",
                "x\r\n\r\nBcc: eve@example.com",
                "x\u0085Bcc: eve@example.com",
                "x\u2028Bcc: eve@example.com",
                "x\u0000\r\n Bcc: eve@example.com",
                "ü\r\nBcc: eve@example.com\r\n\r\n\r\n.\r\nRCPT TO:<eve@example.com>"
            })
    void subjectWhenItWouldEndItsLineThenItStaysOne(String subject) throws Exception {
        assertThat(plain().send(letter("dora@example.com", subject, subject))).isEqualTo(new Delivery.Sent());

        MimeMessage message = received();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).contains("Bcc: eve@example.com").doesNotContain("\r", "\n");
        String header = bytes(message);
        header = header.substring(0, header.indexOf("\r\n\r\n"));
        assertThat(header.lines()).noneMatch(line -> line.startsWith("Bcc"));
    }

    /** B7.71 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dora",
                "@example.com",
                "dora@",
                "dora@example.com, eve@example.com",
                "dora@example.com eve@example.com",
                "dora@example.com;eve@example.com",
                "all:dora@example.com,eve@example.com;",
                "Dora <dora@example.com>",
                "<dora@example.com>",
                "@example.org:dora@example.com",
                "\"dora\r\n eve\"@example.com",
                "\"dora\"@example.com",
                "dora(eve)@example.com",
                "dora@[127.0.0.1]",
                "dora@example.com\r\nRCPT TO:<eve@example.com>",
                "dora@example.com\r\nBcc: eve@example.com",
                "dora@example.com\u0000",
                "do\tra@example.com",
                "dora@example..com",
                "dora@example.com\u2028",
                "dörä@example.com"
            })
    void addressWhenItCouldBeMoreThanOneThenNothingIsSent(String address) {
        try (ScriptedMailServer server = ScriptedMailServer.start()) {
            Delivery delivery = to(server.port(), MailSecurity.NONE, "", "").send(to(address));

            assertThat(delivery).isEqualTo(new Delivery.Refused("its address is none that a mail server takes"));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void bodyWhenItHasWhatEndsAMailThenItIsOneMail() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.start()) {
            to(server.port(), MailSecurity.NONE, "", "")
                    .send(letter("dora@example.com", "s", "a\n.\nRCPT TO:<eve@example.com>\r\n.\r\rQUIT\n"));

            assertThat(server.lines())
                    .containsSubsequence("a", "..", "RCPT TO:<eve@example.com>", "..", ".")
                    .filteredOn(line -> line.equals("."))
                    .hasSize(1);
        }
    }

    @Test
    void recipientWhenRefusedForGoodThenSoAndWithoutTheAddress() {
        try (ScriptedMailServer server = ScriptedMailServer.start()) {
            MailTransport transport = to(server.port(), MailSecurity.NONE, "", "");

            assertThat(transport.send(to("unknown@example.com")))
                    .isEqualTo(new Delivery.Refused("the mail server answered 550 5.1.1"));
            assertThat(transport.send(to("busy@example.com")))
                    .isEqualTo(new Delivery.Failed("the mail server answered 450 4.2.0"));
            assertThat(transport.send(to("dora@example.com"))).isEqualTo(new Delivery.Sent());
        }
    }

    @Test
    void mailServerWhenSilentThenNotLongerThanTheTimeOut() {
        try (ScriptedMailServer server = ScriptedMailServer.silent()) {
            MailTransport transport =
                    to(new MailServer("127.0.0.1", server.port(), MailSecurity.NONE, "", "", Duration.ofSeconds(1)));

            assertThat(assertTimeout(Duration.ofSeconds(8), () -> transport.send(to("dora@example.com"))))
                    .isInstanceOf(Delivery.Unreachable.class);
        }
    }

    @Test
    void mailServerWhenAwayThenUnreachable() throws Exception {
        try (ClosedPort port = new ClosedPort()) {
            Delivery delivery = to(port.number(), MailSecurity.NONE, "", "").send(to("dora@example.com"));

            assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
            assertThat(delivery.toString()).contains("127.0.0.1").doesNotContain("dora");
        }
    }

    @Test
    void passwordWhenRightThenSentElseUnreachable() {
        int port = mailServer.getSmtp().getPort();

        assertThat(to(port, MailSecurity.NONE, "durin", "secret-of-mail").send(to("dora@example.com")))
                .isEqualTo(new Delivery.Sent());
        Delivery refused = to(port, MailSecurity.NONE, "durin", "wrong-of-mail").send(to("dora@example.com"));
        assertThat(refused).isInstanceOf(Delivery.Unreachable.class);
        assertThat(refused.toString()).doesNotContain("wrong-of-mail");
    }

    /** Neither a mail server that offers no TLS nor one with a certificate that nobody vouches for gets anything. */
    @Test
    void connectionWhenNotSecureThenNothingIsSaid() {
        try (ScriptedMailServer server = ScriptedMailServer.start()) {
            Delivery delivery = to(server.port(), MailSecurity.STARTTLS, "durin", "secret-of-mail")
                    .send(to("dora@example.com"));

            assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
            assertThat(delivery.toString()).contains("STARTTLS is required");
            assertThat(server.lines()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
        Delivery delivery =
                to(mailServer.getSmtps().getPort(), MailSecurity.TLS, "", "").send(to("dora@example.com"));
        assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
        assertThat(delivery.toString()).contains("SSLHandshakeException");
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void fromWhenNotAsciiThenNotTaken() {
        MailServer server = new MailServer("127.0.0.1", 25, MailSecurity.NONE, "", "", TIMEOUT);

        assertThatThrownBy(() -> JakartaMail.of(settings("löden@example.com", server)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("durin.mail.from=löden@example.com: it must be a mail address");
        assertThat(JakartaMail.of(settings("shop@example.com", server)).description())
                .isEqualTo("sent through 127.0.0.1:25 (none), from shop@example.com");
    }
}
