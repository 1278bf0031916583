package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.mail.ScriptedMailServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail by a session that the server's operator has defined, in each server's own way, as the docs tell it. */
@Tag("host-variants")
class MailSessionIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "mail_of_server";

    private static ScriptedMailServer mailServer;
    private static ServerProcess server;

    @BeforeAll
    static void startServers() throws IOException {
        DATABASE.create(NAME);
        mailServer = ScriptedMailServer.start();
        server = TestServer.current().startWithSession("mail-of-server", mailServer.port(), List.of(application()));
    }

    private static WebArchive application() {
        Map<String, String> settings = Deployments.settings(
                Map.of("durin.mail.session", TestServer.current().mailSession(), "durin.mail.interval", "200ms"));
        return Deployments.application("mail-of-server", settings, DATABASE.url(NAME))
                .addPackage("dev.durin.it.mail");
    }

    @AfterAll
    static void stopServers() {
        server.close();
        mailServer.close();
    }

    @Test
    void sessionOfTheOperatorThenSentByItWithItsLogin() {
        Answer put = server.api("mail-of-server")
                .postForm(
                        "api/mail/commit",
                        Map.of(
                                "kind",
                                "PASSWORD_CHANGED",
                                "caller",
                                "dora",
                                "address",
                                "dora@example.com",
                                "language",
                                "en",
                                "link",
                                "",
                                "count",
                                "1"));
        assertThat(put.status()).as(put.body()).isEqualTo(200);

        NodeApi.until(() -> mailServer.lines().contains("."));

        assertThat(mailServer.lines())
                .contains("MAIL FROM:<session@example.com>", "RCPT TO:<dora@example.com>", "From: session@example.com");
        assertThat(logins()).singleElement().asString().endsWith("\0shop\0of-the-shop");
        NodeApi.until(() -> DATABASE.rowsOf(NAME, "SELECT id FROM durin_mail").isEmpty());
        assertThat(server.log())
                .contains("mail: sent by the session " + TestServer.current().mailSession()
                        + ", from session@example.com")
                .doesNotContain("dora@example.com", "of-the-shop");
    }

    private static List<String> logins() {
        return mailServer.lines().stream()
                .filter(line -> line.startsWith("AUTH PLAIN "))
                .map(line -> Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())))
                .map(login -> new String(login, StandardCharsets.US_ASCII))
                .toList();
    }
}
