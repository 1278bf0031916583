package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.durin.mail.ScriptedMailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that is put into the outbox, up to the mail server. Two applications on one database stand for two nodes. */
@Tag("host-variants")
class MailIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NODES = "mail_nodes";
    private static final String OTHERS = "mail_others";
    private static final String SILENT = "mail_silent";
    private static final String RESTARTED = "mail_restarted";
    private static final String ALONE = "mail_alone";
    private static final String ADDRESS = "dora@example.com";

    private static GreenMail mailServer;
    private static int mailPort;
    private static ScriptedMailServer scripted;
    private static ScriptedMailServer silent;
    private static ServerProcess server;
    private static NodeApi a;
    private static NodeApi b;

    @BeforeAll
    static void startServers() throws IOException {
        Stream.of(NODES, OTHERS, SILENT, RESTARTED, ALONE).forEach(DATABASE::create);
        mailPort = ServerProcess.freePort();
        startMailServer();
        scripted = ScriptedMailServer.start();
        silent = ScriptedMailServer.silent();
        server = TestServer.current()
                .startWithMail(
                        "mail",
                        List.of(
                                application("mail-a", NODES, Map.of()),
                                application("mail-b", NODES, Map.of()),
                                application("mail-alone", ALONE, Map.of()),
                                application("mail-silent", SILENT, with(to(silent.port()), "durin.mail.timeout", "2s")),
                                application("mail-scripted", OTHERS, to(scripted.port())),
                                application("mail-secure", "mail_secure", Map.of("durin.mail.security", "starttls")),
                                words(application("mail-words", "mail_words", Map.of())),
                                application("mail-text", "mail_text", Map.of())
                                        .addClass("dev.durin.it.variant.OwnMailText"),
                                session(application("mail-session", "mail_session", bySession("java:app/mail/shop"))),
                                application("mail-no-session", OTHERS, bySession("java:app/mail/nothing")),
                                application(
                                        "mail-off", "mail_off", Map.of("durin.mail.host", "", "durin.mail.from", ""))));
        a = new NodeApi(server, "mail-a");
        b = new NodeApi(server, "mail-b");
    }

    private static WebArchive application(String name, String database, Map<String, String> changes) {
        if (!List.of(NODES, OTHERS, SILENT, RESTARTED, ALONE).contains(database)) {
            DATABASE.create(database);
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "durin.mail.host", "127.0.0.1",
                "durin.mail.port", String.valueOf(mailPort),
                "durin.mail.security", "none",
                "durin.mail.from", "The shop <shop@example.com>",
                "durin.mail.interval", "200ms",
                "durin.mail.timeout", "10s",
                "durin.mail.give-up-after", "1d"));
        settings.putAll(changes);
        return Deployments.application(name, Deployments.settings(settings), DATABASE.url(database))
                .addPackage("dev.durin.it.mail");
    }

    private static Map<String, String> to(int port) {
        return Map.of("durin.mail.port", String.valueOf(port));
    }

    private static Map<String, String> bySession(String name) {
        return Map.of("durin.mail.host", "", "durin.mail.from", "", "durin.mail.session", name);
    }

    private static WebArchive words(WebArchive application) {
        return application
                .addAsResource(
                        new StringAsset("mail.password-changed.subject=The shop: another password for {0}\n"),
                        "durin-texts.properties")
                .addAsResource(
                        new StringAsset("mail.password-changed.subject=Le magasin : un autre mot de passe pour {0}\n"),
                        "durin-texts_fr.properties");
    }

    /** The standard's own way to define a session, which each server has beside its own. */
    private static WebArchive session(WebArchive application) {
        String descriptor = new String(readAll(application), StandardCharsets.UTF_8);
        return application.setWebXML(new StringAsset(descriptor.replace("</web-app>", """
                  <mail-session>
                    <name>java:app/mail/shop</name>
                    <transport-protocol>smtp</transport-protocol>
                    <host>127.0.0.1</host>
                    <from>session@example.com</from>
                    <property><name>mail.smtp.port</name><value>%d</value></property>
                  </mail-session>
                </web-app>
                """.formatted(mailPort))));
    }

    private static byte[] readAll(WebArchive application) {
        try (var in = application.get("WEB-INF/web.xml").getAsset().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void startMailServer() {
        ServerSetup setup = new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        mailServer = new GreenMail(setup);
        mailServer.start();
    }

    @AfterAll
    static void stopServers() {
        server.close();
        mailServer.stop();
        scripted.close();
        silent.close();
    }

    @BeforeEach
    void beginAnew() {
        DATABASE.rowsOf(NODES, "DELETE FROM durin_mail");
        Stream.of(a, b).forEach(node -> node.control("reset", ""));
        mailServer.stop();
        startMailServer();
    }

    private static Map<String, String> mail(String kind) {
        return Map.of("kind", kind, "caller", "dora", "address", ADDRESS, "language", "en", "link", "", "count", "1");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static Answer put(NodeApi node, String end, Map<String, String> fields) {
        Answer answer = node.api().postForm("api/mail/" + end, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void put(String application, Map<String, String> fields) {
        put(new NodeApi(server, application), "commit", fields);
    }

    private static List<MimeMessage> untilReceived(int count) {
        assertThat(mailServer.waitForIncomingEmail(60_000, count))
                .as("%d mails within a minute, see %s", count, List.of(mailServer.getReceivedMessages()))
                .isTrue();
        return List.of(mailServer.getReceivedMessages());
    }

    private static MimeMessage received() {
        return untilReceived(1).get(0);
    }

    /** Also after a mail has come: its sender may not know that yet, and would send it again to the next test. */
    private static void untilEmpty(String database) {
        NodeApi.until(
                () -> DATABASE.rowsOf(database, "SELECT id FROM durin_mail").isEmpty());
    }

    /** Of a node that no other one helps. */
    private static Instant stopTime(NodeApi node) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        node.control("stop-time", now.toString());
        return now;
    }

    /** Until its one mail is put off to this time. */
    private static void untilDue(String database, Instant time) {
        NodeApi.until(() -> DATABASE.rowsOf(database, "SELECT next_attempt FROM durin_mail")
                .equals(List.of(List.of(String.valueOf(time.toEpochMilli())))));
    }

    private static void untilTried(String database, int attempts) {
        NodeApi.until(() -> attempts(database) >= attempts);
    }

    /** How often its one mail was tried. */
    private static int attempts(String database) {
        return Integer.parseInt(DATABASE.rowsOf(database, "SELECT attempts FROM durin_mail")
                .get(0)
                .get(0));
    }

    private static String text(MimeMessage message) {
        try {
            return (String) message.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void startThenSaidHowMailGoes() {
        assertThat(server.log())
                .contains("mail: sent through 127.0.0.1:" + mailPort + " (none), from shop@example.com")
                .contains("mail: sent by the session java:app/mail/shop, from session@example.com")
                .contains("mail: none is sent");
    }

    @Test
    void committedThenSentAndRemoved() throws Exception {
        put(a, "commit", with(mail("CONFIRM_REGISTRATION"), "link", "abc"));

        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("Confirm your registration");
        assertThat(text(message))
                .contains("Hello dora,", "\r\n\r\nhttps://shop.example/confirm/abc\r\n\r\n", "2027-01-02 03:04 UTC");
        assertThat(message.getHeader("From")).containsExactly("The shop <shop@example.com>");
        assertThat(message.getHeader("To")).containsExactly(ADDRESS);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).endsWith("@example.com>");
        untilEmpty(NODES);
    }

    /** B7.67 */
    @Test
    void rolledBackThenNeverSent() throws Exception {
        put(a, "rollback", with(mail("PASSWORD_CHANGED"), "caller", "undone"));
        put(a, "commit", mail("PASSWORD_CHANGED"));

        assertThat(text(received())).contains("Hello dora,");
        untilEmpty(NODES);
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT"})
    void germanThenInGerman(String language) throws Exception {
        put(a, "commit", with(with(mail("RESET_PASSWORD"), "language", language), "link", "abc"));

        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("Setzen Sie ein anderes Passwort");
        assertThat(text(message)).contains("brauchen Sie nichts zu tun", "Er gilt bis 2027-01-02 03:04 UTC.");
    }

    @Test
    void linkNoLongerGoodThenNotSent() {
        put(a, "commit", with(mail("RESET_PASSWORD"), "link", "void"));

        untilEmpty(NODES);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    /** B7.67 */
    @Test
    void mailServerAwayThenSentOnceWhenItIsBack() {
        mailServer.stop();
        NodeApi alone = new NodeApi(server, "mail-alone");
        Instant now = stopTime(alone);
        put(alone, "commit", mail("PASSWORD_CHANGED"));
        untilDue(ALONE, now.plusSeconds(60));
        alone.control("stop-time", now.plusSeconds(60).toString());
        untilDue(ALONE, now.plusSeconds(60 + 120));
        startMailServer();
        alone.control("stop-time", now.plusSeconds(60 + 120).toString());

        received();
        untilEmpty(ALONE);
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(server.log())
                .contains("Mail cannot be sent; it is kept, and tried again: ")
                .contains("Mail is sent again");
    }

    @Test
    void mailServerAwayForTooLongThenGivenUp() {
        mailServer.stop();
        NodeApi alone = new NodeApi(server, "mail-alone");
        Instant now = stopTime(alone);
        put(alone, "commit", mail("ADDRESS_CHANGED"));
        untilDue(ALONE, now.plusSeconds(60));
        String id = DATABASE.rowsOf(ALONE, "SELECT id FROM durin_mail").get(0).get(0);

        Instant almost = now.plus(Duration.ofDays(1)).minusSeconds(1);
        alone.control("stop-time", almost.toString());
        untilDue(ALONE, almost.plusSeconds(120));
        alone.control("stop-time", almost.plusSeconds(120).toString());

        untilEmpty(ALONE);
        assertThat(server.log()).contains("Mail address-changed " + id + " is given up: ");
    }

    /** Both nodes look for mail all the time, and both are told of new one. */
    @Test
    void manyMailsOnTwoNodesThenEachIsSentOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            mailServer.stop();
            startMailServer();
            List<Answer> answers = atOnce(
                    2,
                    node -> put(
                            node == 0 ? a : b,
                            "commit",
                            with(
                                    with(mail("PASSWORD_CHANGED"), "count", "50"),
                                    "address",
                                    "dora#-of-" + node + "@example.com")));
            assertThat(answers).hasSize(2);

            untilReceived(100);
            untilEmpty(NODES);
            Map<String, Long> recipients = Stream.of(mailServer.getReceivedMessages())
                    .collect(Collectors.groupingBy(MailIT::recipient, Collectors.counting()));
            assertThat(recipients).hasSize(100).allSatisfy((recipient, count) -> assertThat(count)
                    .as(recipient)
                    .isEqualTo(1));
            Set<String> ids = Stream.of(mailServer.getReceivedMessages())
                    .map(MailIT::messageId)
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(100);
        }
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getHeader("To")[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** B7.67 */
    @Test
    void silentMailServerThenNobodyWaitsAndOneMailIsTriedAtATime() {
        NodeApi node = new NodeApi(server, "mail-silent");
        put(node, "commit", mail("PASSWORD_CHANGED"));
        NodeApi.until(() -> silent.connections() > 0);
        Instant began = Instant.now();
        int before = silent.connections();

        IntStream.range(0, 60).forEach(number -> put(node, "commit", mail("PASSWORD_CHANGED")));
        int alone = silent.connections() - before;
        Duration took = Duration.between(began, Instant.now());

        assertThat(alone).as("connections in %s", took).isLessThanOrEqualTo((int) took.toSeconds() / 2 + 1);
        assertThat(node.api().token("alice", "web")).isNotEmpty();
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertThat(DATABASE.rowsOf(SILENT, "SELECT id FROM durin_mail")).hasSize(61);
    }

    @Test
    void recipientRefusedThenGivenUpAtOnceAndPutOffThenTriedAgain() {
        put("mail-scripted", with(mail("PASSWORD_CHANGED"), "address", "unknown@example.com"));
        untilEmpty(OTHERS);
        NodeApi node = new NodeApi(server, "mail-scripted");
        Instant now = stopTime(node);
        put("mail-scripted", with(mail("NAME_TAKEN"), "address", "busy@example.com"));
        untilDue(OTHERS, now.plusSeconds(60));
        node.control("stop-time", now.plusSeconds(60).toString());
        untilDue(OTHERS, now.plusSeconds(60 + 120));
        DATABASE.rowsOf(OTHERS, "DELETE FROM durin_mail");

        assertThat(server.log())
                .containsPattern("Mail password-changed \\d+ is given up: the mail server answered 550 5\\.1\\.1\\R");
        assertThat(scripted.lines())
                .filteredOn(line -> line.startsWith("RCPT TO:<unknown@"))
                .hasSize(1);
        assertThat(scripted.lines())
                .filteredOn(line -> line.startsWith("RCPT TO:<busy"))
                .hasSize(2);
    }

    /** B7.71 */
    @Test
    void nameThatWouldBeAHeaderThenItIsText() throws Exception {
        put("mail-words", with(mail("PASSWORD_CHANGED"), "caller", "dora\r\nBcc: eve@example.com\r\n\r\n.\r\n"));

        MimeMessage message = received();
        untilEmpty("mail_words");
        assertThat(message.getSubject()).startsWith("The shop: another password for dora Bcc: eve@example.com");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    /** B7.71 */
    @Test
    void addressThatWouldBeMoreThanOneThenGivenUp() {
        put(a, "commit", with(mail("PASSWORD_CHANGED"), "address", "dora@example.com\r\nBcc: eve@example.com"));
        untilEmpty(NODES);

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(server.log()).contains("is given up: its address is none that a mail server takes");
    }

    @Test
    void bundleOfTheApplicationThenItsTextsAndDurinsForTheRest() throws Exception {
        put("mail-words", with(mail("PASSWORD_CHANGED"), "language", "fr"));

        MimeMessage message = received();
        untilEmpty("mail_words");
        assertThat(message.getSubject()).isEqualTo("Le magasin : un autre mot de passe pour dora");
        assertThat(text(message)).contains("the password of your account was changed");
    }

    @Test
    void beanOfTheApplicationThenItsTextsOutsideOfATransaction() throws Exception {
        put("mail-text", with(with(mail("CONFIRM_ADDRESS"), "link", "abc"), "language", "pt-BR"));

        MimeMessage message = received();
        untilEmpty("mail_text");
        assertThat(message.getSubject()).isEqualTo("dora Bcc: eve@example.com");
        assertThat(text(message).strip())
                .isEqualTo("CONFIRM_ADDRESS https://shop.example/confirm/abc 2027-01-02T03:04:05Z pt_BR outside true");
    }

    @Test
    void beanOfTheApplicationWhenItThrowsThenTriedAgainAndOthersAreSent() {
        put("mail-text", with(mail("CONFIRM_ADDRESS"), "caller", "nobody"));
        untilTried("mail_text", 1);
        put("mail-text", mail("CONFIRM_ADDRESS"));

        received();
        NodeApi.until(
                () -> DATABASE.rowsOf("mail_text", "SELECT id FROM durin_mail").size() == 1);
        assertThat(attempts("mail_text")).isEqualTo(1);
        DATABASE.rowsOf("mail_text", "DELETE FROM durin_mail");
    }

    @Test
    void sessionOfTheServerThenSentByIt() throws Exception {
        put("mail-session", mail("PASSWORD_CHANGED"));

        MimeMessage message = received();
        untilEmpty("mail_session");
        assertThat(message.getHeader("From")).containsExactly("session@example.com");
    }

    @Test
    void sessionThatIsNotThereThenNotDeployed() {
        assertThat(server.api("mail-no-session").get("api/who/open").status()).isEqualTo(404);
        assertThat(server.log())
                .contains("durin.mail.session=java:app/mail/nothing: there is no mail session by this JNDI name");
    }

    @Test
    void mailServerWithoutTlsThenNothingIsSentToIt() {
        put("mail-secure", mail("PASSWORD_CHANGED"));
        untilTried("mail_secure", 1);

        NodeApi.until(() -> server.log().contains("STARTTLS is required"));
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void noMailThenNothingIsKept() {
        put("mail-off", mail("PASSWORD_CHANGED"));

        assertThat(DATABASE.rowsOf("mail_off", "SELECT id FROM durin_mail")).isEmpty();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void rowOfALaterVersionThenLeftToIt() {
        DATABASE.rowsOf(
                NODES,
                "INSERT INTO durin_mail (id, kind, caller, mail, language, link, attempts, next_attempt, created)"
                        + " VALUES (1, 'OF_TOMORROW', 'dora', 'dora@example.com', 'en', '', 0, 0, 0)");
        put(a, "commit", mail("PASSWORD_CHANGED"));

        received();
        NodeApi.until(() -> DATABASE.rowsOf(NODES, "SELECT id FROM durin_mail").size() == 1);
        assertThat(attempts(NODES)).isZero();
    }

    @Test
    void everythingLoggedThenNoAddressAndNoLinkInIt() {
        put(a, "commit", with(with(mail("RESET_PASSWORD"), "link", "secret-link"), "address", "logged@example.com"));
        put("mail-session", with(with(mail("RESET_PASSWORD"), "link", "secret-link"), "address", "logged@example.com"));
        untilReceived(2);
        untilEmpty("mail_session");
        put("mail-scripted", with(mail("PASSWORD_CHANGED"), "address", "unknown-logged@example.com"));
        NodeApi.until(() -> scripted.lines().toString().contains("unknown-logged"));

        assertThat(server.log()).doesNotContain("logged@example.com", "secret-link", "shop.example/confirm");
    }

    @Test
    void stoppedBeforeItWasSentThenSentAfterTheNextStart() throws Exception {
        mailServer.stop();
        List<WebArchive> applications = List.of(application("mail-restarted", RESTARTED, Map.of()));
        try (ServerProcess first = TestServer.current().startWithMail("mail-restarted", applications)) {
            put(new NodeApi(first, "mail-restarted"), "commit", mail("PASSWORD_CHANGED"));
            untilTried(RESTARTED, 1);
            first.stop();
        }
        assertThat(DATABASE.rowsOf(RESTARTED, "SELECT id FROM durin_mail")).hasSize(1);
        startMailServer();
        try (ServerProcess second = TestServer.current().startWithMail("mail-restarted", applications)) {
            new NodeApi(second, "mail-restarted").pass(Duration.ofMinutes(2));

            received();
            untilEmpty(RESTARTED);
        }
    }

    /** One server has Jakarta Mail only where it is asked for. */
    @Test
    void noJakartaMailThenStartsWithoutMailAndNotWithIt() throws Exception {
        assumeFalse(TestServer.current().hasMail());
        try (ServerProcess without = TestServer.current()
                .start(
                        "mail-absent",
                        List.of(
                                application("absent-off", OTHERS, Map.of("durin.mail.host", "", "durin.mail.from", "")),
                                application("absent-on", OTHERS, Map.of())))) {
            assertThat(without.api("absent-off").token("alice", "web")).isNotEmpty();
            assertThat(without.api("absent-on").get("api/who/open").status()).isEqualTo(404);
            assertThat(without.log())
                    .contains("durin.mail.host=127.0.0.1: to send mail takes Jakarta Mail")
                    .contains("<feature>mail-2.1</feature>");
        }
    }
}
