package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What django-rest-durin was recorded to answer, asked again here. Each case is answered alike, or belongs to one row of
 * docs/compatibility.md.
 */
@Tag("own-server")
class WireCompatibilityIT {

    private static final String NAME = "wire";
    private static final TestDatabase DATABASE = new H2Database();
    private static final CompatibilityTable TABLE = CompatibilityTable.read();

    /** The applications by their settings. */
    private static final Map<Map<String, String>, String> APPLICATIONS = new LinkedHashMap<>();

    private static PayaraServer server;

    @BeforeAll
    static void startServer() throws IOException {
        List<WebArchive> archives = new ArrayList<>();
        replayedStarts()
                .forEach(cases -> APPLICATIONS.computeIfAbsent(settings(cases), settings -> {
                    String name = "wire-" + archives.size();
                    archives.add(Deployments.application(name, settings, DATABASE.url(NAME))
                            .addPackage("dev.durin.it.wire"));
                    return name;
                }));
        archives.add(Deployments.application("wire-refused", refusedSettings(), DATABASE.url(NAME)));
        server = PayaraServer.start("wire", archives);
    }

    /** Values that django-rest-durin takes, and then fails with while it runs. */
    private static Map<String, String> refusedSettings() {
        return Deployments.settings(Map.of(
                "durin.token.length", "128",
                "durin.auth.header-prefixes", "JWT-like thing",
                "durin.clients.negative.token-ttl", "-1h",
                "durin.clients.n15.token-ttl", "9999999d"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static Stream<List<WireCase>> replayedStarts() {
        return WireCase.starts().stream()
                .map(cases -> cases.stream()
                        .filter(recorded -> TABLE.isReplayed(recorded.number()))
                        .toList())
                .filter(cases -> !cases.isEmpty());
    }

    private static Map<String, String> settings(List<WireCase> cases) {
        return WireSettings.of(cases.get(0).settings());
    }

    @TestFactory
    Stream<DynamicContainer> recordedCaseThenAnsweredAlikeOrListed() {
        return replayedStarts().map(cases -> {
            WireStart start = new WireStart(server.root(APPLICATIONS.get(settings(cases))), DATABASE, NAME);
            return DynamicContainer.dynamicContainer(
                    cases.get(0).settings().toString(), cases.stream().map(recorded -> test(start, recorded)));
        });
    }

    private static DynamicTest test(WireStart start, WireCase recorded) {
        return DynamicTest.dynamicTest(recorded.number() + " " + recorded.text(), () -> {
            WireAnswer answer = start.replay(recorded);
            Set<String> differences = WireComparison.differences(recorded, answer, start.names());
            Optional<CompatibilityTable.Row> row = TABLE.differing(recorded.number());
            String was = "case " + recorded.number() + ": recorded " + recorded.response() + ", answered "
                    + answer.status() + " " + answer.body()
                    + answer.events();
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
        List<Integer> all = WireCase.all().stream().map(WireCase::number).toList();
        long replayed = replayedStarts().mapToLong(List::size).sum();
        long notReplayed =
                all.stream().filter(number -> !TABLE.isReplayed(number)).count();

        assertThat(all).hasSize(279).doesNotHaveDuplicates();
        assertThat(replayed + notReplayed).isEqualTo(279);
        assertThat(TABLE.listed()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durin.token.length=128: it must be a whole number from 64 to 96",
                "durin.auth.header-prefixes=JWT-like thing: each must be an authentication scheme",
                "durin.clients.negative.token-ttl=-1h: it must be a duration",
                "durin.clients.n15.token-ttl=9999999d: a lifetime is at most 36500 days"
            })
    void settingThatFailedWhileRunningThenRefusedAtStart(String sentence) {
        assertThat(server.log()).contains(sentence);
        assertThat(server.api("wire-refused").get("api/auth/login").status()).isEqualTo(404);
    }
}
