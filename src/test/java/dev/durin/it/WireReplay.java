package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What a system was recorded to answer, asked again here. Each case is answered alike, or belongs to one row of the
 * system's page in the documentation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WireReplay {

    private static final TestDatabase DATABASE = new H2Database();

    private final WireRecording recording;
    private final String database;
    private final int cases;
    private final String resources;
    private final CompatibilityTable table;

    /** The applications by their settings. */
    private final Map<Map<String, String>, String> applications = new LinkedHashMap<>();

    private PayaraServer server;

    /**
     * A replay.
     *
     * @param cases how many there are
     * @param resources the package with what stands for the recorded application
     */
    WireReplay(WireRecording recording, int cases, String resources) {
        this.recording = recording;
        this.database = "wire-" + recording.name().toLowerCase(Locale.ROOT);
        this.cases = cases;
        this.resources = resources;
        this.table = CompatibilityTable.read(recording);
    }

    /** Applications beside those of the recording. */
    List<WebArchive> others() {
        return List.of();
    }

    /** Adds to an application what stands for the recorded one. */
    WebArchive completed(WebArchive application) {
        return application.addPackage(resources);
    }

    @BeforeAll
    void startServer() throws IOException {
        List<WebArchive> archives = new ArrayList<>();
        replayedStarts()
                .forEach(start -> applications.computeIfAbsent(settings(start), settings -> {
                    String name = database + "-" + archives.size();
                    archives.add(completed(Deployments.application(name, settings, DATABASE.url(database))));
                    return name;
                }));
        archives.addAll(others());
        server = PayaraServer.start(database, archives);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    PayaraServer server() {
        return server;
    }

    String url() {
        return DATABASE.url(database);
    }

    /** A start of one of the applications. */
    WireStart start(String application) {
        return new WireStart(server.root(application), DATABASE, database);
    }

    private Stream<List<WireCase>> replayedStarts() {
        return recording.starts().stream()
                .map(start -> start.stream()
                        .filter(recorded -> table.isReplayed(recorded.number()))
                        .toList())
                .filter(start -> !start.isEmpty());
    }

    private Map<String, String> settings(List<WireCase> start) {
        return recording.settings(start.get(0).settings());
    }

    @TestFactory
    Stream<DynamicContainer> recordedCaseThenAnsweredAlikeOrListed() {
        return replayedStarts().map(replayed -> {
            WireStart start = start(applications.get(settings(replayed)));
            return DynamicContainer.dynamicContainer(
                    replayed.get(0).settings().toString(), replayed.stream().map(recorded -> test(start, recorded)));
        });
    }

    private DynamicTest test(WireStart start, WireCase recorded) {
        return DynamicTest.dynamicTest(recorded.number() + " " + recorded.text(), () -> {
            List<WireAnswer> answers = start.replay(recorded);
            Set<String> differences = WireComparison.differences(recorded, answers, start.names());
            Optional<CompatibilityTable.Row> row = table.differing(recorded.number());
            String was = "case " + recorded.number() + ": recorded " + recorded.response() + recorded.stored()
                    + ", answered " + answers.stream().map(WireAnswer::text).toList();
            if (row.isPresent()) {
                assertThat(differences)
                        .as("\"%s\" says that it differs; %s", row.get().what(), was)
                        .isNotEmpty()
                        .isSubsetOf(row.get().parts());
            } else {
                assertThat(differences).as(was).isEmpty();
            }
        });
    }

    @Test
    void recordedCasesThenEachIsReplayedOrInExactlyOneRow() {
        List<Integer> all = recording.cases().stream().map(WireCase::number).toList();
        long replayed = replayedStarts().mapToLong(List::size).sum();
        long notReplayed =
                all.stream().filter(number -> !table.isReplayed(number)).count();

        assertThat(all).hasSize(cases).doesNotHaveDuplicates();
        assertThat(replayed + notReplayed).isEqualTo(cases);
        assertThat(table.listed()).doesNotHaveDuplicates();
    }
}
