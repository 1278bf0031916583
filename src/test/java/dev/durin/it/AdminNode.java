package dev.durin.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application with operators, as these see it. The caller {@code root} is one, and so is whoever is in a group. */
final class AdminNode {

    private static final Map<String, String> SETTINGS = Map.of(
            "durin.admin.enabled", "true",
            "durin.admin.group", "operators",
            "durin.admin.callers", "root",
            "durin.token.cache-timeout", "1h",
            "durin.last-used.interval", "1d");

    private final NodeApi node;

    AdminNode(ServerProcess server, String application) {
        this.node = new NodeApi(server, application);
    }

    /** An application with operators, and with what a test changes, on a database of this name. */
    static WebArchive application(String name, Map<String, String> changes, String database) {
        Map<String, String> settings = new TreeMap<>(Deployments.settings(SETTINGS));
        settings.putAll(changes);
        return Deployments.application(name, settings, Databases.current().url(database));
    }

    static ServerProcess start(String name, List<WebArchive> applications) throws IOException {
        return TestServer.current().start(name, applications);
    }

    NodeApi node() {
        return node;
    }

    Api api() {
        return node.api();
    }

    String operator() {
        return api().token("root", "web");
    }

    Answer get(String path, String token) {
        return api().get("api/auth/admin" + path, token);
    }

    JsonObject json(String path, String token) {
        Answer answer = get(path, token);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    Answer call(String method, String path, String token, String body) {
        return api().send(api().request("api/auth/admin" + path)
                .header("Authorization", "Token " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    Answer post(String path, String token, String body) {
        return call("POST", path, token, body);
    }

    /** The client of a name, as the list shows it. */
    JsonObject client(String name, String token) {
        return clients(token).getValuesAs(JsonObject.class).stream()
                .filter(client -> client.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    JsonArray clients(String token) {
        return json("/clients", token).getJsonArray("items");
    }
}
