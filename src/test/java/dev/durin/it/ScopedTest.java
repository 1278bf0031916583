package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** What the tests of scoped tokens share. */
abstract class ScopedTest extends ServerTest {

    /** A scoped token that was made in code. */
    record Scoped(String text, String id, String expiry) {}

    /** A token of alice's that allows this; each line one thing. */
    Scoped scoped(String... lines) {
        return scopedOf("alice", lines);
    }

    Scoped scopedOf(String caller, String... lines) {
        String[] parts = issue(caller, lines).split(" ", -1);
        return new Scoped(parts[0], parts[1], parts[2]);
    }

    /** What comes of asking for a token. */
    String issue(String caller, String... lines) {
        return scopedControl("issue", caller + "\n" + String.join("\n", lines)).body();
    }

    Answer scopedControl(String what, String value) {
        Answer answer = api.postForm("api/test-scoped/" + what, Map.of("value", value));
        if (answer.status() >= 300) {
            throw new AssertionError(what + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    Answer get(String path, Scoped token) {
        return get(path, token.text());
    }

    Answer get(String path, String token) {
        return call("GET", path, token);
    }

    Answer call(String method, String path, String token) {
        return api.send(withToken(path, token).method(method, BodyPublishers.noBody()));
    }

    /** Neither the answer nor the address with the token in it. */
    static void assertKeptNowhere(Answer answer) {
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers("Referrer-Policy")).containsExactly("no-referrer");
    }

    HttpRequest.Builder withToken(String path, String token) {
        return api.request(path).header("Authorization", "TmpToken " + token);
    }
}
