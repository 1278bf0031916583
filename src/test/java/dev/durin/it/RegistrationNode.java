package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of several applications on one database, as those who register there see it, and what would be mailed to them. */
final class RegistrationNode {

    static final String PASSWORD = "zebra-Crossing 7";
    static final String BASE = "https://shop.example/app/";

    private final NodeApi node;
    private final TestDatabase database;
    private final String schema;

    RegistrationNode(NodeApi node, TestDatabase database, String schema) {
        this.node = node;
        this.database = database;
        this.schema = schema;
    }

    NodeApi node() {
        return node;
    }

    Api api() {
        return node.api();
    }

    Answer register(String name) {
        return register(name, mail(name));
    }

    Answer register(String name, String mail) {
        return register(Map.of("username", name, "password", PASSWORD, "email", mail));
    }

    Answer register(Map<String, String> fields) {
        return api().postForm("api/auth/register", fields);
    }

    /** Registers somebody, and answers the text of the link that is mailed. */
    String registered(String name) {
        Answer answer = register(name);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return token(name);
    }

    /** Asks for it, and waits until it is done, which the answer does not. */
    Answer resend(String name) {
        Answer answer = askToResend(name);
        untilOrdered();
        return answer;
    }

    Answer askToResend(String name) {
        return api().postForm("api/auth/register/resend", Map.of("username", name));
    }

    /** Until all mails are ordered that anybody has asked this node for. */
    void untilOrdered() {
        NodeApi.until(() -> desk("waiting", Map.of()).equals("0"));
    }

    /** As somebody behind another address. */
    Answer from(String address, String path, String name) {
        return api().send(api().request("api/auth/" + path)
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + Api.encode(name) + "&email=" + Api.encode(mail(name))
                        + "&password=" + Api.encode(PASSWORD))));
    }

    static String path(String token) {
        return "api/auth/register/confirm/" + token;
    }

    Answer confirm(String token) {
        return call("POST", token, "application/json");
    }

    /** As whatever asks for this media type. */
    Answer call(String method, String token, String accept) {
        return api().send(api().request(path(token)).header("Accept", accept).method(method, BodyPublishers.noBody()));
    }

    Answer login(String name) {
        return api().login(name, PASSWORD, "web");
    }

    static String mail(String name) {
        return name.replace(' ', '.') + "@example.com";
    }

    /** The texts of the links for an account that are good, in the order in which they were made. */
    List<String> tokens(String name) {
        return rows(
                        "SELECT l.selector, l.mail FROM durin_mailed_link l JOIN durin_account a ON a.id = l.account_id"
                                + " WHERE a.name = ? ORDER BY l.created",
                        name)
                .stream()
                .map(row -> desk("url", Map.of("name", row.get(0), "value", row.get(1))))
                .filter(url -> !url.equals("none"))
                .map(RegistrationNode::tokenIn)
                .toList();
    }

    /** The text of the last link for an account. */
    String token(String name) {
        List<String> tokens = tokens(name);
        assertThat(tokens).as("links for " + name).isNotEmpty();
        return tokens.get(tokens.size() - 1);
    }

    /** The text of a new link for another purpose. */
    String token(String name, String purpose, String mail) {
        return tokenIn(desk("link", Map.of("name", name, "value", purpose, "mail", mail)));
    }

    static String tokenIn(String url) {
        return url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf('=')) + 1);
    }

    /** What is to be mailed, such as {@code CONFIRM_REGISTRATION dora@example.com}. */
    List<String> mails() {
        return rows("SELECT kind, mail FROM durin_mail ORDER BY id").stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    /** Has the application do what no user may. */
    String desk(String what, Map<String, String> fields) {
        return call("registration", what, fields);
    }

    String accounts(String what, String name, String value) {
        return call("accounts", what, Map.of("name", name, "value", value));
    }

    /** An account that the application makes itself, which waits for the confirmation of its address. */
    void createPending(String name) {
        call(
                "accounts",
                "create",
                new TreeMap<>(Map.of("name", name, "value", PASSWORD, "state", "PENDING", "mail", mail(name))));
    }

    private String call(String resource, String what, Map<String, String> fields) {
        Answer answer = api().postForm("api/" + resource + "/" + what, fields);
        assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** State, address and confirmed address, such as {@code ACTIVE dora@example.com dora@example.com}; empty when there is none. */
    String account(String name) {
        return rows("SELECT state, mail, confirmed_mail FROM durin_account WHERE name = ?", name).stream()
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                .findFirst()
                .orElse("");
    }

    List<List<String>> rows(String query, Object... parameters) {
        return database.rowsOf(schema, query, parameters);
    }
}
