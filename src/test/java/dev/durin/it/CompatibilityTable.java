package dev.durin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a page of the documentation that name recorded cases. */
final class CompatibilityTable {

    /**
     * A row.
     *
     * @param parts what of the answer may differ, such as {@code status} or a member's name
     * @param cases the numbers of the cases
     */
    record Row(String what, Set<String> parts, Set<Integer> cases) {}

    private final List<Row> differing;
    private final List<Row> notReplayed;

    private CompatibilityTable(List<Row> differing, List<Row> notReplayed) {
        this.differing = differing;
        this.notReplayed = notReplayed;
    }

    static CompatibilityTable read(WireRecording recording) {
        try {
            List<String> lines = Files.readAllLines(recording.document());
            return new CompatibilityTable(
                    rows(recording, lines, recording.differingHeading()),
                    rows(recording, lines, recording.notReplayedHeading()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row that says that a replayed case differs, and how. */
    Optional<Row> differing(int number) {
        return differing.stream().filter(row -> row.cases().contains(number)).findFirst();
    }

    boolean isReplayed(int number) {
        return notReplayed.stream().noneMatch(row -> row.cases().contains(number));
    }

    /** The numbers in all rows of both tables; what is there twice is here twice. */
    List<Integer> listed() {
        return Stream.concat(differing.stream(), notReplayed.stream())
                .flatMap(row -> row.cases().stream())
                .toList();
    }

    /** The rows between a heading and the next one; the last cell has the cases, the one before it the parts. */
    private static List<Row> rows(WireRecording recording, List<String> lines, String heading) {
        if (!lines.contains(heading)) {
            throw new IllegalArgumentException(recording.document() + " has no heading " + heading);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(lines.indexOf(heading) + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length > 3 && cells[cells.length - 2].matches("\\d[-, \\d]*")) {
                rows.add(new Row(cells[1], parts(cells[cells.length - 3]), cases(recording, cells[cells.length - 2])));
            }
        }
        return rows;
    }

    private static Set<String> parts(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(part -> part.replace("`", "").strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Such as {@code 38, 253-267}; both ends of a range are cases, what lies between need not be. */
    private static Set<Integer> cases(WireRecording recording, String cell) {
        List<Integer> known = recording.cases().stream().map(WireCase::number).toList();
        Set<Integer> cases = new TreeSet<>();
        for (String range : cell.split(", *", -1)) {
            List<Integer> ends =
                    Arrays.stream(range.split("-", -1)).map(Integer::valueOf).toList();
            if (!known.containsAll(ends)) {
                throw new IllegalArgumentException(
                        recording.document() + " names a case that was not recorded: " + range);
            }
            int last = ends.get(ends.size() - 1);
            known.stream()
                    .filter(number -> number >= ends.get(0) && number <= last)
                    .forEach(cases::add);
        }
        return cases;
    }
}
