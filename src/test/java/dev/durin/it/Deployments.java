package dev.durin.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application that all test classes talk to. */
@ArquillianSuiteDeployment
public class Deployments {

    static final String SECRET_KEY = "dGVzdHMgb25seTogdGhpcyBrZXkgaXMga25vd24gdG8gYWxsLi4u";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("durin.datasource", "java:app/jdbc/durin"),
            Map.entry("durin.secret-key", SECRET_KEY),
            Map.entry("durin.entry", System.getProperty("durin.it.entry")),
            Map.entry("durin.purge.interval", "1d"),
            Map.entry("durin.last-used.interval", "1d"),
            Map.entry("durin.api-access.client-name", "api"),
            Map.entry("durin.clients.web.login-policy", "new"),
            Map.entry("durin.clients.web.token-ttl", "1d"),
            Map.entry("durin.clients.mobile.token-ttl", "7d"),
            Map.entry("durin.clients.mobile.throttle-rate", "5000/m"),
            Map.entry("durin.clients.cli.token-ttl", "never"),
            Map.entry("durin.clients.kiosk.login-policy", "replace"),
            Map.entry("durin.clients.api.token-ttl", "365d"),
            Map.entry("durin.clients.closed.enabled", "false"),
            Map.entry("durin.trusted-proxies", "127.0.0.0/8, ::1"),
            Map.entry("durin.throttle.login-rate", "unlimited"),
            Map.entry("durin.throttle.bad-token-rate", "unlimited"),
            Map.entry("durin.throttle.failed-logins", "0"),
            Map.entry("durin.scoped.query-parameter", "TOKEN"),
            Map.entry("durin.clients.swift.token-ttl", "2s"));

    @Deployment(testable = false)
    public static Archive<?> application() throws IOException {
        Files.createDirectories(Path.of(System.getProperty("durin.logs")));
        return application("durin-it");
    }

    /** An application with the settings of most tests. */
    static WebArchive application(String name) {
        return application(name, SETTINGS);
    }

    /** An application with settings of its own, on the tests' database. */
    static WebArchive application(String name, Map<String, String> settings) {
        return application(name, settings, Databases.current().url(TestDatabase.MAIN));
    }

    /** An application with settings and a database of its own. */
    static WebArchive application(String name, Map<String, String> settings, String databaseUrl) {
        String lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        WebArchive archive = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackages(true, "dev.durin.it.app")
                .addAsLibraries(new File(System.getProperty("durin.jar")))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebResource(new StringAsset("a page for users"), "secured/page.txt")
                .addAsResource(new StringAsset(lines), "META-INF/microprofile-config.properties");
        TestServer server = TestServer.current();
        server.addDriver(archive);
        return archive.setWebXML(new StringAsset(webXml(server.add(new TestDataSource("durin", databaseUrl), archive)
                + server.add(new TestDataSource("host", databaseUrl), archive))));
    }

    /** The settings of most tests, with changes. */
    static Map<String, String> settings(Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(changes);
        return settings;
    }

    private static String webXml(String dataSources) {
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>secured</web-resource-name>
                      <url-pattern>/secured/*</url-pattern>
                    </web-resource-collection>
                    <auth-constraint><role-name>user</role-name></auth-constraint>
                  </security-constraint>
                  <security-role><role-name>user</role-name></security-role>
                  <error-page><error-code>418</error-code><location>/free/recipient</location></error-page>
                  %s
                </web-app>
                """.formatted(dataSources);
    }
}
