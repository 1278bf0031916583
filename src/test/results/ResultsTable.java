import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes the table of what was tested from the reports of the tests over HTTP, and prints it:
 * {@code java ResultsTable.java target/failsafe-reports}. With a document behind it, {@code docs/servers.md}, it puts the
 * table there, between the two comments.
 */
public class ResultsTable {

    /** Whose report says what the application ran on. */
    private static final String PLATFORM = "TEST-dev.durin.it.PlatformIT.xml";

    private static final String BEGIN = "<!-- results: begin -->\n";
    private static final String END = "<!-- results: end -->";

    private static final Map<String, String> SERVERS = Map.of(
            "payara", "Payara Micro",
            "wildfly", "WildFly",
            "wildfly-configured", "WildFly with the setting",
            "liberty", "Open Liberty");

    public static void main(String[] arguments) throws Exception {
        String table = table(Path.of(arguments[0]));
        if (arguments.length == 1) {
            System.out.print(table);
        } else {
            Path document = Path.of(arguments[1]);
            Files.writeString(document, replaced(Files.readString(document), table));
        }
    }

    private static String table(Path reports) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (Path directory : list(reports).filter(Files::isDirectory).toList()) {
            if (Files.exists(directory.resolve(PLATFORM))) {
                runs.add(Run.read(directory));
            } else {
                throw new IllegalStateException("In " + directory
                        + " PlatformIT has not run, so nothing says on what the" + " tests have run. Run all of them.");
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalStateException("No reports in " + reports + ". Run .ci/run before.");
        }
        return runs.stream()
                .map(Run::cells)
                .sorted(Comparator.comparing(cells -> String.join("\n", cells)))
                .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .collect(Collectors.joining(
                        "",
                        "| server | version | Jakarta EE | JDK | database | persistence | entry | tests | run | failed |\n"
                                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
                        ""));
    }

    private static String replaced(String document, String table) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The document must have the lines " + BEGIN + "and " + END);
        }
        return document.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + document.substring(end);
    }

    private static Stream<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList().stream();
        }
    }

    /** One server with one database and one entry. */
    private record Run(Map<String, String> properties, int tests, int failed) {

        static Run read(Path directory) throws Exception {
            int tests = 0;
            int failed = 0;
            for (Path file : list(directory).filter(Run::isReport).toList()) {
                Element suite = parse(file).getDocumentElement();
                tests += number(suite, "tests") - number(suite, "skipped");
                failed += number(suite, "failures") + number(suite, "errors");
            }
            return new Run(properties(parse(directory.resolve(PLATFORM))), tests, failed);
        }

        List<String> cells() {
            String server = property("durin.it.server");
            String groups = property("durin.it.groups");
            return List.of(
                    SERVERS.getOrDefault(server, server),
                    property("durin.it.server-version"),
                    property("durin.it.jakarta-ee"),
                    property("java.version"),
                    version(property("durin.it.database-version")),
                    version(property("durin.it.persistence")),
                    property("durin.it.entry"),
                    groups.isEmpty() ? "all" : groups,
                    String.valueOf(tests),
                    String.valueOf(failed));
        }

        private String property(String name) {
            return properties.getOrDefault(name, "");
        }

        private static boolean isReport(Path file) {
            String name = file.getFileName().toString();
            return name.startsWith("TEST-") && name.endsWith(".xml");
        }

        private static int number(Element suite, String attribute) {
            return Integer.parseInt(suite.getAttribute(attribute));
        }

        private static Document parse(Path file) throws Exception {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        }

        private static Map<String, String> properties(Document report) {
            Map<String, String> properties = new TreeMap<>();
            NodeList elements = report.getElementsByTagName("property");
            for (int at = 0; at < elements.getLength(); at++) {
                Element element = (Element) elements.item(at);
                properties.put(element.getAttribute("name"), element.getAttribute("value"));
            }
            return properties;
        }

        /** A name and a version, without what some say behind it, such as a date. */
        private static String version(String text) {
            return Stream.of(text.split(" "))
                    .limit(2)
                    .collect(Collectors.joining(" "))
                    .replace("-MariaDB", "");
        }
    }
}
