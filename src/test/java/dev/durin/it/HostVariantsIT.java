package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.it.HostVariant.Closed;
import dev.durin.it.HostVariant.Stopped;
import dev.durin.it.HostVariant.Works;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that bring along what could get in Durin's way: each works, or says why not, and none is left open. */
@Tag("host-variants")
class HostVariantsIT {

    private static final List<HostVariant> ALL = HostVariants.all();

    /** Below the path of the JAX-RS application; beans are what only an interceptor can guard. */
    private static final List<String> GUARDED_WITHOUT_BEANS =
            List.of("class-guarded", "class-guarded/cli", "class-guarded/admin");

    private static final List<String> GUARDED = List.of(
            "who/only-web",
            "who/not-cli",
            "who/everybody",
            "who/authenticated",
            "who/admin",
            "who/denied",
            "who/bean",
            "who/bean-by-interface",
            "who/enterprise-bean",
            "enterprise");

    /** None of the variants: what all of them are asked would be too much from one address. */
    private static final Map<String, String> ADDRESS_RATES = Map.of(
            "durin.throttle.anonymous-rate", "2/h",
            "durin.throttle.login-rate", "2/h",
            "durin.throttle.bad-token-rate", "2/h");

    private static ServerProcess server;

    static List<HostVariant> all() {
        return ALL;
    }

    static List<HostVariant> working() {
        return with(Works.class);
    }

    static List<HostVariant> withBeans() {
        return working().stream().filter(variant -> variant.traits().beans()).toList();
    }

    static List<HostVariant> withLogin() {
        return working().stream().filter(variant -> variant.traits().login()).toList();
    }

    static List<HostVariant> closed() {
        return with(Closed.class);
    }

    static List<HostVariant> stopped() {
        return with(Stopped.class);
    }

    private static List<HostVariant> with(Class<? extends HostVariant.Outcome> outcome) {
        return ALL.stream()
                .filter(variant -> outcome.isInstance(variant.outcome()))
                .toList();
    }

    @BeforeAll
    static void startServer() throws IOException {
        Map<String, Archive<?>> archives = new LinkedHashMap<>();
        ALL.forEach(variant -> archives.putIfAbsent(variant.archive().getName(), variant.archive()));
        WebArchive addresses = Deployments.application("addresses", Deployments.settings(ADDRESS_RATES));
        archives.put(addresses.getName(), addresses);
        server = TestServer.current().start("host-variants", List.copyOf(archives.values()));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static Stream<String> guarded(HostVariant variant) {
        Stream<String> resources = Stream.concat(GUARDED_WITHOUT_BEANS.stream(), GUARDED.stream())
                .map(path -> variant.traits().root() + "/" + path);
        return Stream.concat(resources, Stream.of("free/bean", "secured/who"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void anonymousThenNothingGuardedIsOpen(HostVariant variant) {
        Api api = server.api(variant.name());

        assertThat(guarded(variant))
                .allSatisfy(path -> assertThat(api.get(path).status()).isGreaterThanOrEqualTo(400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void badTokenThenNothingGuardedIsOpen(HostVariant variant) {
        Api api = server.api(variant.name());

        assertThat(guarded(variant))
                .allSatisfy(path ->
                        assertThat(api.get(path, "0".repeat(64)).status()).isGreaterThanOrEqualTo(400));
    }

    /** The class is guarded by JAX-RS alone, so this holds for resources that are no beans as well. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("working")
    void tokenThenTheClientsResourcesAloneAreOpen(HostVariant variant) {
        Api api = server.api(variant.name());
        String root = variant.traits().root() + "/class-guarded";
        String web = token("root", "web");
        String cli = token("root", "cli");

        assertThat(api.get(root, web).body()).isEqualTo("web");
        assertThat(api.get(root + "/cli", cli).body()).isEqualTo("cli");
        assertThat(List.of(api.get(root, cli), api.get(root + "/cli", web)))
                .allSatisfy(answer -> requireRefusal(answer, 403));
        requireRefusal(api.get(root), 401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withBeans")
    void tokenThenBeansAndRolesAdmitTheRightOnes(HostVariant variant) {
        Api api = server.api(variant.name());
        String who = variant.traits().root() + "/who/";
        String alice = token("alice", "web");
        String cli = token("alice", "cli");

        assertThat(api.get(who + "only-web", alice).body()).isEqualTo("alice");
        assertThat(api.get(who + "bean", alice).body()).isEqualTo("through the bean");
        assertThat(api.get(who + "authenticated", cli).body()).isEqualTo("alice");
        assertThat(api.get(who + "admin", token("root", "web")).body()).isEqualTo("root");
        for (String path : List.of("only-web", "bean", "bean-by-interface", "admin", "denied")) {
            requireRefusal(api.get(who + path), 401);
            requireRefusal(api.get(who + path, cli), 403);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withLogin")
    void loginThenItsTokenWorks(HostVariant variant) {
        Api api = server.api(variant.name());
        String root = variant.traits().root();

        Answer login = api.postForm(
                root + "/auth/login", Map.of("username", "alice", "password", "alice-pass-1", "client", "web"));

        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(api.get(root + "/class-guarded", login.token()).body()).isEqualTo("web");
        assertThat(api.post(root + "/auth/logout", login.token()).status()).isEqualTo(204);
        requireRefusal(api.get(root + "/class-guarded", login.token()), 401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closed")
    void closedThenNotEvenATokenOpensAndTheLogSaysWhy(HostVariant variant) {
        Api api = server.api(variant.name());
        String token = token("alice", "web");

        assertThat(guarded(variant))
                .allSatisfy(path -> assertThat(api.get(path, token).status()).isGreaterThanOrEqualTo(400));
        assertThat(server.log()).containsPattern(((Closed) variant.outcome()).sentence());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stopped")
    void stoppedThenTheLogSaysWhy(HostVariant variant) {
        assertThat(server.api(variant.name()).get("api/who/open").status()).isEqualTo(404);
        assertThat(server.log()).containsPattern(((Stopped) variant.outcome()).sentence());
    }

    /** Only there does the server take MicroProfile's JSON Web Tokens without being configured to. */
    static List<HostVariant> jsonWebTokens() {
        if (TestServer.current() == TestServer.LIBERTY) {
            return List.of();
        }
        List<HostVariant> variants = working().stream()
                .filter(variant -> variant.name().equals("jwt-filter"))
                .toList();
        assertThat(variants).hasSize(1);
        return variants;
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("jsonWebTokens")
    void jsonWebTokenThenItsRolesCountBesideDurinsTokens(HostVariant variant) {
        Api api = server.api(variant.name());
        String path = "api/who/admin";

        Answer admin = withJsonWebToken(api, path, JsonWebTokens.of("jane", "admin"));

        assertThat(admin.status()).as(admin.body()).isEqualTo(200);
        assertThat(admin.body()).isEqualTo("nobody");
        assertThat(api.get(path, token("root", "web")).body()).isEqualTo("root");
        assertThat(withJsonWebToken(api, path, JsonWebTokens.of("jane", "user")).status())
                .isEqualTo(403);
        requireRefusal(withJsonWebToken(api, "api/who/only-web", JsonWebTokens.of("jane", "admin")), 401);
        assertThat(withJsonWebToken(api, path, JsonWebTokens.of("jane", "admin") + "AAAA")
                        .status())
                .isEqualTo(401);
    }

    private static Answer withJsonWebToken(Api api, String path, String token) {
        return api.send(api.request(path).header("Authorization", "Bearer " + token));
    }

    /** Of the application that has nothing of its own; they share the database and the key. */
    private static String token(String caller, String client) {
        return server.api("plain").token(caller, client);
    }

    private static void requireRefusal(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"unit", "two-units"})
    void ownPersistenceUnitsThenTheApplicationHasThem(String application) {
        assertThat(server.api(application).get("api/unit").body()).isEqualTo("1");
    }

    @Test
    void ownResourceInThePlaceOfAnEndpointThenItsRefusalsAreTheServers() {
        Api api = server.api("lists-its-own");

        assertThat(api.get("api/auth/login").body()).isEqualTo("the application's own");
        Answer refused = api.send(api.request("api/auth/login").DELETE());
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains("GET").doesNotContain("POST");
        assertThat(refused.header("Content-Type")).isNotEqualTo("application/problem+json");
    }

    @Test
    void endpointsThatTheApplicationListsThenWhatComesBeforeThemIsThere() {
        Api api = server.api("lists-durin");

        assertThat(api.postJson("api/auth/login", " ".repeat(70_000)).status()).isEqualTo(413);
        assertThat(api.send(api.request("api/auth/sessions").header("Accept", "text/csv"))
                        .status())
                .isEqualTo(406);
    }

    private static Answer from(String address, String path, String token) {
        Api api = server.api("addresses");
        HttpRequest.Builder request = api.request(path).header("X-Forwarded-For", address);
        return api.send(token.isEmpty() ? request : request.header("Authorization", "Token " + token));
    }

    private static Answer loginFrom(String address, String password) {
        Api api = server.api("addresses");
        return api.send(api.request("api/auth/login")
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"alice\",\"password\":\"" + password + "\",\"client\":\"web\"}")));
    }

    private static void requireWait(Answer answer) {
        requireRefusal(answer, 429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(3_000, 3_600);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void moreRequestsThanAnAddressMayMakeThenItAloneIsToldToWait() {
        assertThat(from("203.0.113.1", "api/who/open", "").status()).isEqualTo(200);
        assertThat(from("203.0.113.1", "api/who/open", "").status()).isEqualTo(200);

        requireWait(from("203.0.113.1", "api/who/open", ""));

        assertThat(from("203.0.113.2", "api/who/open", "").status()).isEqualTo(200);
        assertThat(from("203.0.113.1", "api/who/only-web", token("alice", "web"))
                        .body())
                .isEqualTo("alice");
    }

    /** What web.xml protects the mechanism refuses itself, and each server sends that in its own way. */
    @ParameterizedTest
    @ValueSource(strings = {"secured/who", "api/who/open"})
    void moreBadTokensThanAnAddressMaySendThenItIsToldToWait(String path) {
        String address = "203.0.113." + (path.startsWith("api") ? 10 : 11);
        String bad = "0".repeat(64);
        assertThat(from(address, path, bad).status()).isEqualTo(401);
        assertThat(from(address, path, bad).status()).isEqualTo(401);

        requireWait(from(address, path, bad));

        assertThat(from(address, "api/who/only-web", token("alice", "web")).body())
                .isEqualTo("alice");
        assertThat(from("203.0.113.12", path, bad).status()).isEqualTo(401);
    }

    @Test
    void moreLoginsThanAnAddressMayTryThenItIsToldToWaitWhateverThePassword() {
        assertThat(loginFrom("203.0.113.20", "wrong").status()).isEqualTo(400);
        assertThat(loginFrom("203.0.113.20", "alice-pass-1").status()).isEqualTo(200);

        requireWait(loginFrom("203.0.113.20", "alice-pass-1"));

        assertThat(loginFrom("203.0.113.21", "alice-pass-1").status()).isEqualTo(200);
    }
}
