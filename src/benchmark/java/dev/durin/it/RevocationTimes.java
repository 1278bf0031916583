package dev.durin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long one node goes on with what another one has ended or changed. */
public final class RevocationTimes {

    private RevocationTimes() {}

    /** The milliseconds that passed until each kind of change was heeded, the least first. */
    public static Map<String, List<Long>> measure(int rounds) throws IOException {
        Files.createDirectories(Path.of(System.getProperty("durin.logs")));
        Nodes nodes = Nodes.started();
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (NodeChange change : NodeChange.values()) {
            times.put(
                    change.name(),
                    IntStream.range(0, rounds)
                            .mapToObj(round -> change.untilHeeded(nodes, round).toMillis())
                            .sorted()
                            .toList());
        }
        return times;
    }
}
