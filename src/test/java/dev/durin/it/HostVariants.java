package dev.durin.it;

import dev.durin.it.HostVariant.Traits;
import dev.durin.it.app.ClassGuardedResource;
import dev.durin.it.app.TestApplication;
import dev.durin.it.app.WhoServlet;
import dev.durin.it.variant.BasicHouse;
import dev.durin.it.variant.CallingMechanism;
import dev.durin.it.variant.FormHouse;
import dev.durin.it.variant.JwtApplication;
import dev.durin.it.variant.ListingApplication;
import dev.durin.it.variant.OwnLoginResource;
import dev.durin.it.variant.OwnMechanism;
import dev.durin.it.variant.ResourcesApplication;
import dev.durin.it.variant.SecondApplication;
import dev.durin.it.variant.SingletonsApplication;
import dev.durin.it.variant.TwoUnitsResource;
import dev.durin.it.variant.UnitResource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What applications bring along, each in an application of its own. */
final class HostVariants {

    private static final String STANDS_DOWN = "The application has an authentication mechanism of its own, %s, so that"
            + " of Durin stands down. Set durin.entry=filter";
    private static final Pattern DATA_SOURCES =
            Pattern.compile("<(data-source|resource-ref)>.*?</\\1>", Pattern.DOTALL);
    private static final String SEVERAL_MECHANISMS =
            "There are several authentication mechanisms, dev.durin.authentication.TokenAuthenticationMechanism, ";
    private static final String APPLICATION_SERVLET = """
            <servlet>
              <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
            </servlet>
            <servlet-mapping>
              <servlet-name>jakarta.ws.rs.core.Application</servlet-name>
              <url-pattern>/api/*</url-pattern>
            </servlet-mapping>
            """;

    private HostVariants() {}

    /** The path of the JAR is told; on one server the application is not in it. */
    private static String leftOut(String name) {
        String part = TestServer.current() == TestServer.LIBERTY ? "" : "/" + name + "[./]\\S*";
        return "left \\S*" + part + " out of the start of its application. Let web.xml have neither metadata-complete";
    }

    static List<HostVariant> all() {
        return Stream.of(
                        mechanisms(),
                        applications(),
                        discoveries(),
                        orderings(),
                        servers(),
                        units(),
                        earOfTwo(),
                        earOfTwoEntries(),
                        earWithLibrary())
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostVariant> mechanisms() {
        return List.of(
                HostVariant.of("plain", Deployments.application("plain")),
                standsDown("own-mechanism", OwnMechanism.class, OwnMechanism.class.getName()),
                entry("own-mechanism-filter", "filter", OwnMechanism.class),
                entry("own-mechanism-calls", "none", CallingMechanism.class)
                        .closed(Map.of(TestServer.WILDFLY, "ELY01177: Authorization failed")),
                standsDown("basic", BasicHouse.class, "a definition on " + BasicHouse.class.getName()),
                entry("basic-filter", "filter", BasicHouse.class),
                standsDown("form", FormHouse.class, "a definition on " + FormHouse.class.getName()),
                entry("form-filter", "filter", FormHouse.class));
    }

    private static List<HostVariant> applications() {
        return List.of(
                two(Traits.ALL),
                two(Traits.ALL.at("second")),
                application("lists-durin", ListingApplication.class),
                application("lists-its-own", ResourcesApplication.class, OwnLoginResource.class)
                        .with(Traits.ALL.withoutLogin()),
                application("singletons", SingletonsApplication.class).with(Traits.ALL.withoutBeans()),
                HostVariant.of(
                        "no-application",
                        webXml(
                                Deployments.application("no-application").deleteClass(TestApplication.class),
                                xml -> inside(xml, APPLICATION_SERVLET))));
    }

    private static List<HostVariant> discoveries() {
        return List.of(
                discovery("all", Traits.ALL),
                discovery("annotated", Traits.ALL),
                bare(discovery("none", Traits.ALL.withoutBeans()))
                        .stopped(Map.of(TestServer.PAYARA, leftOut("beans-none"))),
                withoutBeansXml());
    }

    private static List<HostVariant> orderings() {
        return List.of(
                ordered("ordered", "").stopped(leftOut("ordered")),
                ordered("ordered-others", "<others/>").unsteady(TestServer.LIBERTY),
                ordered("ordered-durin", "<name>durin</name>")
                        .stopped(Map.of(TestServer.PAYARA, leftOut("ordered-durin")))
                        .unsteady(TestServer.LIBERTY),
                complete()
                        .stopped(Map.of(
                                TestServer.PAYARA, "Unable to load the EJB module",
                                TestServer.WILDFLY, leftOut("complete"),
                                TestServer.LIBERTY, leftOut("complete"))));
    }

    /** What makes a server bring a mechanism of its own. */
    private static List<HostVariant> servers() {
        UnaryOperator<String> login =
                xml -> inside(xml, "<login-config><auth-method>BASIC</auth-method></login-config>");
        return List.of(
                changedXml("login-config", login)
                        .stopped(Map.of(TestServer.LIBERTY, "CWWKS1931E: The login-config application")),
                entryAnd("login-config-filter", "filter", archive -> webXml(archive, login)),
                jwt("jwt", "mechanism")
                        .stopped(Map.of(
                                TestServer.PAYARA, SEVERAL_MECHANISMS,
                                TestServer.WILDFLY, SEVERAL_MECHANISMS)),
                jwt("jwt-filter", "filter"));
    }

    private static List<HostVariant> units() {
        return List.of(
                units("unit", UnitResource.class, "first"),
                units("two-units", TwoUnitsResource.class, "first", "second"));
    }

    private static HostVariant ordered(String name, String order) {
        return changedXml(name, xml -> inside(xml, "<absolute-ordering>" + order + "</absolute-ordering>"));
    }

    private static HostVariant standsDown(String name, Class<?> brought, String seen) {
        return HostVariant.of(name, Deployments.application(name).addClass(brought))
                .closed(STANDS_DOWN.formatted(seen));
    }

    private static HostVariant entry(String name, String entry, Class<?> brought) {
        return entryAnd(name, entry, archive -> archive.addClass(brought));
    }

    private static HostVariant entryAnd(String name, String entry, UnaryOperator<WebArchive> change) {
        return HostVariant.of(
                name, change.apply(Deployments.application(name, Deployments.settings(Map.of("durin.entry", entry)))));
    }

    /** Each with the JAR. */
    private static List<HostVariant> earOfTwo() {
        WebArchive one = Deployments.application("ear-one");
        WebArchive two = Deployments.application("ear-two");
        EnterpriseArchive ear = ear("ear-of-two.ear", one, two);
        Map<TestServer, String> sentences = Map.of(
                TestServer.PAYARA, "ear-of-two.ear was not recognized",
                TestServer.LIBERTY, "The archive has several applications with Durin's authentication mechanism");
        return List.of(
                HostVariant.of("ear-one", ear).stopped(sentences),
                HostVariant.of("ear-two", ear).stopped(sentences));
    }

    /** Each with the JAR and with settings of its own. */
    private static List<HostVariant> earOfTwoEntries() {
        WebArchive mechanism = Deployments.application("ear-mechanism");
        WebArchive filter =
                Deployments.application("ear-filter", Deployments.settings(Map.of("durin.entry", "filter")));
        EnterpriseArchive ear = ear("ear-of-entries.ear", mechanism, filter);
        Map<TestServer, String> noArchive = Map.of(TestServer.PAYARA, "ear-of-entries.ear was not recognized");
        return List.of(
                HostVariant.of("ear-mechanism", ear).stopped(noArchive),
                HostVariant.of("ear-filter", ear)
                        .stopped(noArchive)
                        .closed(Map.of(
                                TestServer.WILDFLY,
                                "Another application of the archive has Durin's authentication mechanism")));
    }

    private static List<HostVariant> earWithLibrary() {
        File jar = new File(System.getProperty("durin.jar"));
        WebArchive war = Deployments.application("ear-library");
        war.delete("WEB-INF/lib/" + jar.getName());
        return List.of(
                HostVariant.of("ear-library", ear("ear-with-library.ear", war).addAsLibraries(jar))
                        .stopped(leftOut("ear-with-library"))
                        .stopped(Map.of(TestServer.PAYARA, "ear-with-library.ear was not recognized")));
    }

    /** What a WAR defines below java:app belongs to the EAR, and must not be there twice. */
    private static EnterpriseArchive ear(String name, WebArchive... modules) {
        StringBuilder xml =
                new StringBuilder("<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">");
        for (WebArchive module : modules) {
            String root = module.getName().replace(".war", "");
            xml.append("<module><web><web-uri>%s</web-uri><context-root>/%s</context-root></web></module>"
                    .formatted(module.getName(), root));
        }
        Matcher definitions = DATA_SOURCES.matcher(text(modules[0]));
        while (definitions.find()) {
            xml.append(definitions.group());
        }
        for (WebArchive module : modules) {
            webXml(module, text -> DATA_SOURCES.matcher(text).replaceAll(""));
        }
        return ShrinkWrap.create(EnterpriseArchive.class, name)
                .addAsModules(modules)
                .setApplicationXML(new StringAsset(xml + "</application>"));
    }

    /** Payara takes them only of applications whose web.xml protects nothing. */
    private static HostVariant jwt(String name, String entry) {
        Map<String, String> settings = new HashMap<>(JsonWebTokens.settings());
        settings.put("durin.entry", entry);
        return HostVariant.of(
                name,
                webXml(
                        Deployments.application(name, Deployments.settings(settings))
                                .deleteClasses(TestApplication.class, WhoServlet.class)
                                .addClass(JwtApplication.class),
                        xml -> xml.replaceAll("(?s)<security-constraint>.*</security-constraint>", "")));
    }

    private static HostVariant two(Traits traits) {
        String name = "two-applications";
        return HostVariant.of(name, Deployments.application(name).addClass(SecondApplication.class))
                .with(traits);
    }

    private static HostVariant application(String name, Class<?>... classes) {
        return HostVariant.of(
                name,
                Deployments.application(name).deleteClass(TestApplication.class).addClasses(classes));
    }

    private static HostVariant discovery(String mode, Traits traits) {
        String name = "beans-" + mode;
        WebArchive archive = Deployments.application(name);
        archive.delete("WEB-INF/beans.xml");
        archive.addAsWebInfResource(new StringAsset("""
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="%s"/>
                """.formatted(mode)), "beans.xml");
        return HostVariant.of(name, archive).with(traits);
    }

    /** Without what needs CDI. */
    private static HostVariant bare(HostVariant variant) {
        WebArchive archive = (WebArchive) variant.archive();
        archive.deletePackages(true, TestApplication.class.getPackage());
        archive.addClasses(TestApplication.class, ClassGuardedResource.class);
        return variant;
    }

    /** Servers then look for no annotations of the application's own either. */
    private static HostVariant complete() {
        return bare(changedXml(
                        "complete",
                        xml -> xml.replace("version=\"6.0\"", "version=\"6.0\" metadata-complete=\"true\"")))
                .with(Traits.ALL.withoutBeans());
    }

    private static HostVariant withoutBeansXml() {
        WebArchive archive = Deployments.application("no-beans-xml");
        archive.delete("WEB-INF/beans.xml");
        return HostVariant.of("no-beans-xml", archive);
    }

    private static HostVariant changedXml(String name, UnaryOperator<String> change) {
        return HostVariant.of(name, webXml(Deployments.application(name), change));
    }

    private static HostVariant units(String name, Class<?> user, String... units) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                """);
        for (String unit : units) {
            xml.append("<persistence-unit name=\"%s\"><jta-data-source>java:app/jdbc/host</jta-data-source>"
                            .formatted(unit))
                    .append("</persistence-unit>");
        }
        return HostVariant.of(
                name,
                Deployments.application(name)
                        .addClass(user)
                        .addAsResource(new StringAsset(xml + "</persistence>"), "META-INF/persistence.xml"));
    }

    private static String inside(String xml, String addition) {
        return xml.replace("</web-app>", addition + "</web-app>");
    }

    private static WebArchive webXml(WebArchive archive, UnaryOperator<String> change) {
        String text = change.apply(text(archive));
        archive.delete("WEB-INF/web.xml");
        return archive.setWebXML(new StringAsset(text));
    }

    private static String text(WebArchive archive) {
        try (InputStream stream = archive.get("WEB-INF/web.xml").getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
