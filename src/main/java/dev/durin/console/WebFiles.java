package dev.durin.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the JAR that browsers may have. They are listed, so that no path leads to any other. Thread-safe.
 */
final class WebFiles {

    static final String DIRECTORY = "/META-INF/durin/console/";

    static final String PAGE = "index.html";

    static final String COMPONENTS = "components.js";

    /** What the console is made of. */
    static final Set<String> CONSOLE = Set.of(
            PAGE,
            "console.css",
            "icon.svg",
            "console.js",
            "api.js",
            "texts.js",
            "ui.js",
            "charts.js",
            "overview.js",
            "clients.js",
            "tokens.js",
            "accounts.js",
            "events.js",
            "vendor/standalone.module.js",
            "vendor/LICENSE",
            "vendor/LICENSE-preact");

    private final Map<String, WebFile> read = new ConcurrentHashMap<>();

    /** A file of the console, if it has one of this name. */
    Optional<WebFile> console(String name) {
        return CONSOLE.contains(name) ? Optional.of(file(name)) : Optional.empty();
    }

    /** The web components. */
    WebFile components() {
        return file(COMPONENTS);
    }

    private WebFile file(String name) {
        return read.computeIfAbsent(name, key -> WebFile.ofJar(DIRECTORY + key));
    }
}
