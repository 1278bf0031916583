package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What all tests of pages share: a browser, and that it has nothing to complain of. */
abstract class PageTest {

    static Browser browser;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    /** No script, style or request that the page's policy forbids, and no error of a script. */
    @AfterEach
    void nothingIsComplainedOf() { // B5.49
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterEach
    void goOnline() {
        browser.offline(false);
    }

    /** A token of a login with another program. */
    static String loginFrom(Api api, String caller, String userAgent, String tokenName) {
        String body = Json.createObjectBuilder()
                .add("username", caller)
                .add("password", caller + "-pass-1")
                .add("client", "web")
                .add("token_name", tokenName)
                .build()
                .toString();
        Answer answer = api.send(api.request("api/auth/login")
                .header("User-Agent", userAgent)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).isEqualTo(200);
        return answer.token();
    }

    /** Puts an element for sessions on a page that has none, and only then its script. */
    static void addSessions(String api, String script, Map<String, Object> properties) {
        browser.driver().executeScript("""
                        const [api, source, properties] = arguments;
                        const part = document.createElement('durin-sessions');
                        part.setAttribute('api', api);
                        Object.assign(part, properties);
                        const script = document.createElement('script');
                        script.type = 'module';
                        script.src = source;
                        document.body.append(part, script);
                        """, api, script, properties);
    }

    /** What that element says; nothing before its script has come. */
    static String sessions() {
        return (String) browser.script("return document.querySelector('durin-sessions').shadowRoot?.textContent ?? ''");
    }
}
