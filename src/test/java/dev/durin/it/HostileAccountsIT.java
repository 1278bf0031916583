package dev.durin.it;

import static dev.durin.it.RegistrationNode.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no client in its right mind sends to the endpoints that are there where Durin keeps accounts. */
@Tag("host-variants")
class HostileAccountsIT {

    private static final TestDatabase DATABASE = Databases.current();
    private static final String NAME = "hostile_accounts";
    private static final String APPLICATION = "hostile-accounts";
    private static final int REQUESTS = 6_000;

    /** Whatever name they are told, nobody learns what came of it. */
    private static final List<String> TELLING_NOTHING =
            List.of("POST api/auth/account/forgotten", "POST api/auth/register/resend");

    private static final List<String> OTHERS = List.of(
            "POST api/auth/account/password",
            "POST api/auth/account/email",
            "POST api/auth/account/reset/" + "7f".repeat(32),
            "POST api/auth/register");

    private static ServerProcess server;
    private static RegistrationNode node;

    @BeforeAll
    static void startServer() throws IOException {
        DATABASE.create(NAME);
        Map<String, String> settings = new TreeMap<>(Deployments.settings(Map.of(
                "durin.accounts.enabled", "true",
                "durin.accounts.password-iterations", "10000",
                "durin.accounts.base-url", BASE + "api/",
                "durin.registration.enabled", "true",
                "durin.registration.confirm", "true",
                "durin.registration.beside-other-stores", "true",
                "durin.registration.rate", "unlimited")));
        // Where nobody listens: what is to be mailed stays in the table.
        settings.putAll(Map.of("durin.mail.host", "localhost", "durin.mail.port", "1"));
        settings.put("durin.mail.from", "shop@shop.example");
        server = TestServer.current()
                .startWithMail(
                        APPLICATION,
                        List.of(Deployments.application(APPLICATION, settings, DATABASE.url(NAME))
                                .addPackage("dev.durin.it.accounts")
                                .addClass("dev.durin.account.HashCount")
                                .addClass("dev.durin.account.LinkReader")));
        node = new RegistrationNode(new NodeApi(server, APPLICATION), DATABASE, NAME);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        for (String table : List.of("durin_mail", "durin_mailed_link", "durin_token", "durin_account")) {
            DATABASE.rowsOf(NAME, "DELETE FROM " + table);
        }
        node.node().control("reset", "");
        node.node().control("read-feed", "");
        FuzzRequests.CALLERS.forEach(caller -> node.accounts("create", caller, caller + "-pass-1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.durin.it.HostileBodies#all")
    void accountWhenTheBodyIsHostileThenSaidWhatIsWrong(String name, String type, Object body, int status, String words)
            throws IOException {
        byte[] bytes = body instanceof byte[] raw ? raw : ((String) body).getBytes(StandardCharsets.UTF_8);
        String token = node.api().token("fuzz1", "web");
        try (RawConnection connection = new RawConnection(server.root(APPLICATION))) {
            for (String request : TELLING_NOTHING) {
                assertRefused(send(connection, request, token, type, bytes), 202, 400, 413, 415);
            }
            for (String request : OTHERS) {
                assertRefused(send(connection, request, token, type, bytes), 400, 413, 415);
            }
        }
        assertThat(node.api().get("api/who/authenticated", token).status()).isEqualTo(200);
        assertThat(node.rows("SELECT id FROM durin_account")).hasSize(FuzzRequests.CALLERS.size());
    }

    private static RawAnswer send(RawConnection connection, String request, String token, String type, byte[] body)
            throws IOException {
        return connection.send(RawRequest.of(request)
                .token(token)
                .headers("Content-Type: " + type)
                .body(body)
                .bytes(server.root(APPLICATION)));
    }

    private static void assertRefused(RawAnswer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.isRevealing()).as(answer.body()).isFalse();
        if (answer.status() >= 400) {
            assertThat(answer.isProblem() && answer.isHelpful())
                    .as(answer.toString())
                    .isTrue();
        }
    }

    @Test
    void hostileRequestsThenNoServerErrorAndNothingIsShown() throws IOException {
        FuzzTokens tokens = new FuzzTokens();
        FuzzRequests requests = new FuzzRequests(20_261_130L, tokens, FuzzRequests.KINDS_OF_ACCOUNTS);
        Map<String, Integer> answers = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (RawConnection connection = new RawConnection(server.root(APPLICATION))) {
            for (int index = 0; index < REQUESTS; index++) {
                FuzzRequest request = requests.make(index);
                RawAnswer answer = connection.send(request.raw().bytes(server.root(APPLICATION)));
                tokens.learn(request, answer);
                String fault = FuzzFault.in(request, answer);
                if (!fault.isEmpty()) {
                    faults.add("%s: %d %s %s%s %s %s"
                            .formatted(
                                    fault,
                                    index,
                                    request.method,
                                    request.path,
                                    request.query,
                                    request.headers,
                                    answer));
                }
                answers.merge(request.kind + " " + answer.status(), 1, Integer::sum);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(answers.keySet())
                .contains(
                        "POST api/auth/login 200",
                        "GET api/auth/account 200",
                        "GET api/auth/account 401",
                        "POST api/auth/account/password 200",
                        "POST api/auth/account/password 400",
                        "POST api/auth/account/email 202",
                        "POST api/auth/account/forgotten 202",
                        "POST api/auth/scoped 201",
                        "POST api/auth/scoped 400",
                        "GET api/echo/fuzz 200",
                        "GET api/echo/fuzz 401");
    }
}
