package dev.durin.it;

import static dev.durin.it.AtOnce.atOnce;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A start of the recorded server: an empty database, the real time, and no name bound yet. */
final class WireStart {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final URI root;
    private final Api api;
    private final TestDatabase database;
    private final String databaseName;
    private final WireNames names = new WireNames();
    private boolean begun;

    WireStart(URI root, TestDatabase database, String databaseName) {
        this.root = root;
        this.api = new Api(root);
        this.database = database;
        this.databaseName = databaseName;
    }

    /** As many answers as there were requests at once, so one as a rule. */
    List<WireAnswer> replay(WireCase recorded) throws Exception {
        if (!begun) {
            begin();
        }
        recorded.recording().preparation(recorded.number()).accept(this);
        int before = events().size();
        WireRequest request = new WireRequest(root, names, recorded);
        List<WireAnswer> answers = atOnce(recorded.times(), number -> request.send());
        List<String> events = events();
        List<String> announced = events.subList(before, events.size());
        return answers.stream()
                .map(answer -> answer.leaving(announced, newestRow()))
                .toList();
    }

    private List<String> newestRow() {
        List<List<String>> rows =
                rows("SELECT name, login_user_agent, login_address FROM durin_token ORDER BY id DESC");
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private List<String> events() {
        return api.postForm("api/test/events", Map.of("value", ""))
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, line.indexOf('[')))
                .toList();
    }

    WireNames names() {
        return names;
    }

    /** What a start before this one has done to the clients is undone. */
    private void begin() {
        begun = true;
        rows("CREATE TABLE IF NOT EXISTS clients_at_first AS SELECT * FROM durin_client");
        rows("DELETE FROM durin_client");
        rows("INSERT INTO durin_client SELECT * FROM clients_at_first");
        control("reset", "");
        control("groups", "ivan=user");
        deactivate("ivan");
    }

    /** Gets a token by a login, and with it the session of the same number. */
    WireStart login(String token, String caller, String client) {
        names.bind(token, api.token(caller, client));
        // Ids rise, so it is the last one, unless the login gave a token that there was.
        names.bind(token.replace("token", "session"), String.valueOf(newestSession()));
        return this;
    }

    private long newestSession() {
        return Long.parseLong(rows("SELECT MAX(id) FROM durin_token").get(0).get(0));
    }

    /** Makes a scoped token in code. */
    WireStart scoped(String token, String caller, String... lines) {
        names.bind(token, issueScoped(caller, lines));
        return this;
    }

    private String issueScoped(String caller, String... lines) {
        Answer answer =
                api.postForm("api/test-scoped/issue", Map.of("value", caller + "\n" + String.join("\n", lines)));
        require(200, answer);
        return answer.body().split(" ", -1)[0];
    }

    /** Makes of the claims of a good scoped token whatever is to be sent. */
    WireStart bound(String token, UnaryOperator<String> forgery) {
        String good = issueScoped("alice", "GET /api/api/v1/foo");
        byte[] claims = Base64.getUrlDecoder().decode(good.split("\\.", -1)[1]);
        names.bind(token, forgery.apply(new String(claims, StandardCharsets.UTF_8)));
        return this;
    }

    WireStart endAllScoped(String caller) {
        return require(204, api.postForm("api/test-scoped/revoke-all", Map.of("value", caller)));
    }

    WireStart logout(String token) {
        return require(204, api.post("api/auth/logout", names.value(token)));
    }

    WireStart endApiAccess(String token) {
        return require(204, api.delete("api/auth/apiaccess", names.value(token)));
    }

    WireStart startApiAccess(String token, String name) {
        Answer answer = api.post("api/auth/apiaccess", names.value(token));
        names.bind(name, answer.token());
        return require(201, answer);
    }

    WireStart refresh(String token) {
        return require(200, api.post("api/auth/refresh", names.value(token)));
    }

    /** Has this token expire and no other: it is renewed for a second, which then passes. */
    WireStart expire(String token, String client) {
        String lifetime = rows("SELECT token_ttl FROM durin_client WHERE name = ?", client)
                .get(0)
                .get(0);
        lifetime(client, Duration.ofSeconds(1));
        refresh(token);
        lifetime(client, Duration.ofMillis(Long.parseLong(lifetime)));
        return control("pass", A_MOMENT.toString());
    }

    /** From now on it is this moment. */
    WireStart at(String instant) {
        return control("stop-time", instant);
    }

    WireStart client(String name, String rate) {
        return control("create-client", name).rate(name, rate);
    }

    WireStart rate(String client, String rate) {
        return control("rate", client + "=" + rate);
    }

    /** Makes so many requests, which pass. */
    WireStart use(String token, int times) {
        for (int time = 0; time < times; time++) {
            require(200, api.get("api/t/throttled", names.value(token)));
        }
        return this;
    }

    WireStart pass(Duration duration) {
        return control("pass", duration.toString());
    }

    WireStart lifetime(String client, Duration lifetime) {
        rows("UPDATE durin_client SET token_ttl = ? WHERE name = ?", lifetime.toMillis(), client);
        return this;
    }

    WireStart deleteClient(String client) {
        // What the configuration declares cannot be deleted otherwise.
        rows("UPDATE durin_client SET declared = FALSE WHERE name = ?", client);
        return control("delete-client", client);
    }

    WireStart deactivate(String caller) {
        return control("inactive", caller).control("forget", caller);
    }

    WireStart activate(String caller) {
        return control("active", caller).control("forget", caller);
    }

    /** Has somebody register, and takes the link from the mail. */
    WireStart register(String caller, String link) {
        Map<String, String> fields = Map.of("username", caller, "password", "abcdef", "email", caller + "@x.org");
        return require(201, api.postForm("api/auth/register", fields)).mailed(caller, link);
    }

    /** Has the mail sent once more that a new account waits for, and takes the link from it. */
    WireStart resend(String caller, String link) {
        int before = wereMailed(caller);
        require(202, api.postForm("api/auth/register/resend", Map.of("username", caller)));
        NodeApi.until(() -> wereMailed(caller) > before);
        return mailed(caller, link);
    }

    /** Takes the link from the newest mail for a caller, which no server has taken. */
    WireStart mailed(String caller, String link) {
        String selector = rows("SELECT link FROM durin_mail WHERE caller = ? ORDER BY id DESC", caller)
                .get(0)
                .get(0);
        Answer answer = api.postForm("api/accounts/link", Map.of("name", selector));
        names.bind(link, answer.body());
        return require(200, answer);
    }

    /** How many mails there are for a caller. */
    int wereMailed(String caller) {
        return rows("SELECT id FROM durin_mail WHERE caller = ?", caller).size();
    }

    /** Does something with an account. */
    WireStart account(String what, String caller, String value) {
        Answer answer = api.postForm("api/accounts/" + what, Map.of("name", caller, "value", value));
        if (answer.body().contains(": ")) {
            throw new IllegalStateException("a preparation was refused: " + answer.body());
        }
        return require(200, answer);
    }

    /** The application of the recording has users of its own, and here changes the password of one. */
    WireStart changePassword(String caller, String password) {
        return require(204, api.postForm("api/passwords", Map.of("name", caller, "password", password)));
    }

    private WireStart control(String what, String value) {
        return require(204, api.postForm("api/test/" + what, Map.of("value", value)));
    }

    private WireStart require(int status, Answer answer) {
        // An empty text is 200 on some servers and 204 on others.
        if (answer.status() != status && !(status == 204 && answer.status() == 200)) {
            throw new IllegalStateException("a preparation failed: " + answer.status() + " " + answer.body());
        }
        return this;
    }

    private List<List<String>> rows(String sql, Object... parameters) {
        return database.rowsOf(databaseName, sql, parameters);
    }
}
