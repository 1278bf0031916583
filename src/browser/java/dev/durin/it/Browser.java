package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium, used as a person would: by what can be read on the page. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> GRAVE = List.of("serious", "critical");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() throws IOException {
        Files.createDirectories(SCREENSHOTS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("durin.chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--user-data-dir=" + Files.createTempDirectory(Path.of("target"), "chromium"));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        Path.of(System.getProperty("durin.chromedriver")).toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.size(1280, 900);
        browser.dark(false);
        return browser;
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(String address) {
        driver.get(address);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Without what moves: half way from light to dark, nothing looks as it should. */
    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Waits until it is so; what is asked may fail while the page changes. */
    void until(String what, Supplier<Boolean> condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + "; the page says: " + text())
                .until(unused -> condition.get());
    }

    /** Waits until the page says this. */
    void reads(String sentence) {
        until("\"" + sentence + "\"", () -> text().contains(sentence));
    }

    /** Waits until the page says this no more. */
    void readsNoMore(String sentence) {
        until("not \"" + sentence + "\"", () -> !text().contains(sentence));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits until the list of the page says this, and not only the choices of its filters. */
    void lists(String sentence) {
        until("\"" + sentence + "\" in the list", () -> list().contains(sentence));
    }

    /** Waits until the line of the list that begins with a name says this, too. */
    void lists(String name, String... words) {
        until(name + " with " + List.of(words), () -> rows().stream()
                .anyMatch(row -> row.startsWith(name + "\n") && Stream.of(words).allMatch(row::contains)));
    }

    private List<String> rows() {
        return driver.findElements(By.cssSelector("main tbody tr")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** What the list of the page says; nothing when there is none. */
    String list() {
        return (String) script("return document.querySelector('main table')?.innerText ?? ''");
    }

    /** The rows of the table that has this name, or stands in what has it. */
    @SuppressWarnings("unchecked")
    List<String> table(String name) {
        return (List<String>) driver.executeScript("""
                const [name] = arguments;
                const found = [...document.querySelectorAll('table')].find((table) => name
                  === (table.caption?.textContent ?? table.closest('[aria-label]')?.getAttribute('aria-label')));
                return [...found?.rows ?? []].map((row) => [...row.cells].map((cell) => cell.textContent).filter(Boolean).join(' '));
                """, name);
    }

    /** Where a person looks: in the dialog, when there is one. */
    private SearchContext front() {
        List<WebElement> dialogs = driver.findElements(By.cssSelector("dialog[open]"));
        return dialogs.isEmpty() ? driver : dialogs.get(0);
    }

    /** The control that has this name, for people and for screen readers; waits for one that cannot be used yet. */
    WebElement named(String name) {
        WebElement[] found = new WebElement[1];
        until("something named \"" + name + "\"", () -> {
            found[0] = front().findElements(By.cssSelector("a, button, input, select, textarea, summary")).stream()
                    .filter(control -> control.isEnabled() && isNamed(control, name))
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    boolean has(String name) {
        return front().findElements(By.cssSelector("a, button, input, select")).stream()
                .anyMatch(control -> isNamed(control, name));
    }

    /** Whether this button is there, and not greyed. */
    boolean canPress(String name) {
        return front().findElements(By.cssSelector("button:enabled")).stream()
                .anyMatch(control -> isNamed(control, name));
    }

    private static boolean isNamed(WebElement control, String name) {
        return control.isDisplayed() && control.getAccessibleName().strip().equals(name);
    }

    void press(String name) {
        named(name).click();
    }

    void fill(String label, String text) {
        WebElement field = named(label);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    void choose(String label, String option) {
        named(label).findElements(By.tagName("option")).stream()
                .filter(found -> found.getText().equals(option))
                .findFirst()
                .orElseThrow()
                .click();
    }

    void key(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** The name of what has the focus. */
    String focused() {
        return driver.switchTo().activeElement().getAccessibleName().strip();
    }

    /** Goes on with the Tab key until something has the focus. */
    void tabTo(String name) {
        for (int step = 0; step < 60; step++) {
            if (focused().equals(name)) {
                return;
            }
            key(Keys.TAB);
        }
        throw new AssertionError("The Tab key does not lead to " + name);
    }

    Object script(String script) {
        return driver.executeScript(script);
    }

    /** What a person would paste. */
    String clipboard() {
        driver.executeCdpCommand("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
        String text = (String)
                driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[arguments.length - 1])");
        driver.executeCdpCommand("Browser.resetPermissions", Map.of());
        return text;
    }

    /** Keeps back the next answer to a request with this method until {@link #letGo}, as a slow network would. */
    void hold(String method) {
        driver.executeScript("""
                const [method] = arguments;
                const real = window.fetch;
                window.held = null;
                window.isRead = false;
                window.fetch = async (address, options) => {
                  const answer = await real(address, options);
                  if (options?.method === method && window.held === null) {
                    await new Promise((resolve) => { window.held = resolve; });
                    answer.json = async () => {
                      const content = await Response.prototype.json.call(answer);
                      // When what waits for it has gone on.
                      setTimeout(() => { window.isRead = true; });
                      return content;
                    };
                  }
                  return answer;
                };
                """, method);
    }

    /** Waits until the answer is there. */
    void isHeld() {
        until("a request", () -> (Boolean) script("return window.held !== null"));
    }

    /** Waits until the page has done with the answer what it does. */
    void letGo() {
        isHeld();
        script("window.held()");
        until("the answer has been read", () -> (Boolean) script("return window.isRead"));
    }

    void screenshot(String name) throws IOException {
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Without a serious finding, in light and in dark, and a screenshot of each. */
    void isAccessible(String name) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            dark(dark);
            screenshot(name + (dark ? "-dark" : ""));
            assertThat(findings()).as(name + (dark ? " in dark" : " in light")).isEmpty();
        }
        dark(false);
    }

    @SuppressWarnings("deprecation") // the other mode opens another window for each look
    private List<String> findings() {
        return new AxeBuilder()
                .setLegacyMode(true).setTimeout(120).analyze(driver).getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(Browser::described)
                        .toList();
    }

    private static Stream<String> described(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getAny());
    }

    /** Nobody has to scroll sideways on the narrowest phone, in the page or in a dialog, and there is no serious finding. */
    void fitsPhone(String name) throws IOException {
        size(320, 720);
        until("no more than 320 px of " + name, () -> width() <= 320);
        screenshot(name + "-phone");
        assertThat(findings()).as(name + " on a phone").isEmpty();
        size(1280, 900);
    }

    /** As far to the right as there is something to be seen. */
    private long width() {
        return (Long) script("""
                const dialog = document.querySelector('dialog[open]');
                const ofDialog = dialog ? Math.floor(dialog.getBoundingClientRect().left) + dialog.scrollWidth : 0;
                return Math.max(document.documentElement.scrollWidth, ofDialog);
                """);
    }

    /** On a large screen in light and in dark, and on a phone. */
    void looksWell(String name) throws IOException {
        isAccessible(name);
        fitsPhone(name);
    }

    /** What the browser complains of; what a server refuses, it logs as well. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
