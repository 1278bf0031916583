package dev.durin.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A system whose exchanges were recorded, and what they mean here. */
enum WireRecording {
    /** django-rest-durin. */
    DURIN("django-rest-durin", "compatibility.md", "## What") {
        @Override
        Map<String, String> events() {
            return Map.of(
                    "token_expired", "TokenExpired",
                    "token_renewed", "TokenRenewed",
                    "user_logged_in", "LoginSucceeded",
                    "user_logged_out", "LoggedOut",
                    "user_login_failed", "LoginFailed");
        }

        @Override
        String path(String recorded) {
            return recorded.replaceFirst("^/(?:api|c)/", "api/auth/").replaceFirst("^/t/", "api/t/");
        }

        @Override
        Map<String, String> settings(JsonObject recorded) {
            return WireSettings.of(recorded);
        }

        @Override
        Consumer<WireStart> preparation(int number) {
            return WirePreparations.before(number);
        }
    },
    /** drf-multitokenauth. */
    MULTITOKENAUTH(
            "drf-multitokenauth", "coming-from-multitokenauth-and-authtoken.md", "### drf-multitokenauth: what") {
        @Override
        Map<String, String> events() {
            return Map.of(
                    "pre_auth", "LoginStarting", "post_auth", "LoginSucceeded", "user_login_failed", "LoginFailed");
        }

        @Override
        String path(String recorded) {
            return recorded.substring(1);
        }

        @Override
        Map<String, String> settings(JsonObject recorded) {
            return Map.of(
                    "durin.datasource", "java:app/jdbc/durin",
                    "durin.secret-key", Deployments.SECRET_KEY,
                    "durin.trusted-proxies", "none",
                    "durin.throttle.login-rate", "unlimited",
                    "durin.throttle.bad-token-rate", "unlimited",
                    "durin.clients.web.login-policy", "new",
                    "durin.clients.web.token-ttl", "never");
        }

        @Override
        Consumer<WireStart> preparation(int number) {
            return switch (number) {
                case 19 -> start -> start.deactivate("idle");
                case 58, 85 -> start -> start.deactivate("alice");
                default -> start -> {};
            };
        }
    },
    /** django-rest-authtoken. */
    AUTHTOKEN(
            "django-rest-authtoken", "coming-from-multitokenauth-and-authtoken.md", "### django-rest-authtoken: what") {
        @Override
        Map<String, String> events() {
            return Map.of("user_logged_in", "LoginSucceeded", "user_login_failed", "LoginFailed");
        }

        @Override
        String path(String recorded) {
            return "api" + recorded;
        }

        /** Here a browser is told that what it is sent to is a page to get. */
        @Override
        int status(int recorded) {
            return recorded == 302 ? 303 : recorded;
        }

        @Override
        Map<String, String> settings(JsonObject recorded) {
            return WireAuthtoken.settings(recorded);
        }

        @Override
        Consumer<WireStart> preparation(int number) {
            return WireAuthtoken.before(number);
        }
    },
    /** drf-tmp-scoped-token. */
    TMP_SCOPED_TOKEN("drf-tmp-scoped-token", "coming-from-tmp-scoped-token.md", "## What") {
        @Override
        Map<String, String> events() {
            return Map.of();
        }

        /** All of its paths are below that of the JAX-RS application. */
        @Override
        String path(String recorded) {
            return "api" + recorded;
        }

        @Override
        Map<String, String> settings(JsonObject recorded) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "durin.datasource", "java:app/jdbc/durin",
                    "durin.secret-key", Deployments.SECRET_KEY,
                    "durin.trusted-proxies", "none",
                    "durin.throttle.bad-token-rate", "unlimited",
                    "durin.scoped.header-prefix", recorded.getString("keyword", "TmpToken"),
                    "durin.scoped.query-parameter", recorded.containsKey("keyword") ? "FOOBAR" : "TOKEN",
                    "durin.scoped.query-unsafe-methods", "true",
                    "durin.scoped.out-of-scope-status", "401"));
            if (recorded.containsKey("SECRET_KEY")) {
                settings.put("durin.secret-key", "YW5vdGhlciBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyE=");
            }
            return settings;
        }

        @Override
        Consumer<WireStart> preparation(int number) {
            return WireScopedPreparations.before(number);
        }
    };

    private final String system;
    private final String document;
    private final String heading;

    WireRecording(String system, String document, String heading) {
        this.system = system;
        this.document = document;
        this.heading = heading;
    }

    /** The events that stand for the recorded signals. */
    abstract Map<String, String> events();

    /** The path here, from the root of the application on. */
    abstract String path(String recorded);

    /** The status here that stands for a recorded one. */
    int status(int recorded) {
        return recorded;
    }

    /** Durin's settings for those that a case was recorded with. */
    abstract Map<String, String> settings(JsonObject recorded);

    /** What must have happened before a case that is not in the recording. */
    abstract Consumer<WireStart> preparation(int number);

    /** Where the cases that differ are listed. */
    Path document() {
        return Path.of("docs", document);
    }

    String differingHeading() {
        return heading + " is answered otherwise";
    }

    String notReplayedHeading() {
        return heading + " was not replayed";
    }

    /** All cases, in the order in which they were recorded. */
    List<WireCase> cases() {
        try (InputStream transcript =
                        Objects.requireNonNull(WireRecording.class.getResourceAsStream("/wire/" + system + ".json"));
                JsonReader reader = Json.createReader(transcript)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(recorded -> WireCase.of(this, recorded))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases in stretches of equal settings: each stretch was a start of the server, on an empty database. */
    List<List<WireCase>> starts() {
        List<List<WireCase>> starts = new ArrayList<>();
        JsonObject settings = null;
        for (WireCase recorded : cases()) {
            if (!recorded.settings().equals(settings)) {
                starts.add(new ArrayList<>());
                settings = recorded.settings();
            }
            starts.get(starts.size() - 1).add(recorded);
        }
        return starts;
    }
}
