package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What one node ends or changes, another one heeds within two seconds, although it knows the token as good for an hour.
 * B3.20
 */
@Tag("nodes")
class NodesIT {

    private static final int ROUNDS = Integer.getInteger("durin.it.revocations");
    private static final Duration BOUND = Duration.ofSeconds(2);

    private static final Nodes NODES = Nodes.started();

    @ParameterizedTest
    @EnumSource
    void changeOnOneNodeThenHeededByTheOther(NodeChange change) {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(change.untilHeeded(NODES, round));
        }

        List<Long> sorted = times.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                "Nodes: %s heeded by the other node after ms: least %d, median %d, 90%% %d, most %d of %d%n",
                change,
                sorted.get(0),
                sorted.get(ROUNDS / 2),
                sorted.get(ROUNDS * 9 / 10),
                sorted.get(ROUNDS - 1),
                ROUNDS);
        assertThat(times).allMatch(time -> time.compareTo(BOUND) <= 0);
    }
}
