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
            Map.entry("durin.purge.interval", "1d"),
            Map.entry("durin.api-access.client-name", "api"),
            Map.entry("durin.clients.web.login-policy", "new"),
            Map.entry("durin.clients.web.token-ttl", "1d"),
            Map.entry("durin.clients.mobile.token-ttl", "7d"),
            Map.entry("durin.clients.mobile.throttle-rate", "5/m"),
            Map.entry("durin.clients.cli.token-ttl", "never"),
            Map.entry("durin.clients.kiosk.login-policy", "replace"),
            Map.entry("durin.clients.api.token-ttl", "365d"),
            Map.entry("durin.clients.closed.enabled", "false"),
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
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackages(true, "dev.durin.it.app")
                .addAsLibraries(new File(System.getProperty("durin.jar")), new File(System.getProperty("durin.driver")))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(new StringAsset(lines), "META-INF/microprofile-config.properties")
                .setWebXML(new StringAsset(webXml(databaseUrl)));
    }

    /** The settings of most tests, with changes. */
    static Map<String, String> settings(Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(changes);
        return settings;
    }

    private static String webXml(String databaseUrl) {
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
                  %s
                  %s
                </web-app>
                """.formatted(dataSource("durin", databaseUrl), dataSource("host", databaseUrl));
    }

    /** The properties are Payara's: without them its pool hands out connections that died with the database. */
    private static String dataSource(String name, String url) {
        return """
                <data-source>
                  <name>java:app/jdbc/%s</name>
                  <class-name>%s</class-name>
                  <url>%s</url>
                  <user>%s</user>
                  <password>%s</password>
                  <property><name>fish.payara.is-connection-validation-required</name><value>true</value></property>
                  <property><name>fish.payara.connection-validation-method</name><value>auto-commit</value></property>
                  <property><name>fish.payara.fail-all-connections</name><value>true</value></property>
                  <max-pool-size>40</max-pool-size>
                </data-source>
                """.formatted(
                name, dataSourceClass(url), url.replace("&", "&amp;"), TestDatabase.USER, TestDatabase.PASSWORD);
    }

    private static String dataSourceClass(String url) {
        return switch (url.split(":", 3)[1]) {
            case "postgresql" -> "org.postgresql.ds.PGSimpleDataSource";
            case "mariadb" -> "org.mariadb.jdbc.MariaDbDataSource";
            default -> "org.h2.jdbcx.JdbcDataSource";
        };
    }
}
