package dev.durin.token;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.h2.jdbcx.JdbcConnectionPool;

/** How much memory cached tokens take, and that those take none that nobody has issued. */
public final class CachedTokens {

    private static final int LARGEST = 12;

    private final StringBuilder rows = new StringBuilder("name,value\n");
    private final TokenHouse house;
    private final TokenVerifier verifier;

    private CachedTokens(TokenHouse house, int count) {
        this.house = house;
        this.verifier = house.verifier(count);
    }

    /** Fills a cache, then shows it forged tokens, and writes what was seen. */
    public static void measure(int count, int forged, Path file) throws IOException, SQLException {
        // H2 would hand out the same text for equal ones; other databases do not.
        System.setProperty("h2.objectCache", "false");
        // On a disk, so that the rows are not on the heap that is measured.
        Path directory = Files.createTempDirectory("durin-benchmark-h2");
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:" + directory.resolve(UUID.randomUUID().toString()) + ";CACHE_SIZE=1024", "sa", "sa");
        try (TokenHouse house = new TokenHouse(pool)) {
            CachedTokens measured = new CachedTokens(house, count);
            measured.fill(count);
            measured.forge(forged);
            Files.writeString(file, measured.rows);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void add(String name, Object value) {
        rows.append(name).append(',').append(value).append('\n');
        System.out.println("memory: " + name + " " + value);
    }

    private void fill(int count) throws SQLException {
        List<String> texts = house.add(count);
        texts.subList(0, 100).forEach(text -> house.verifier(0).verify(text));
        Map<String, Long> before = histogram();
        for (Iterator<String> each = texts.iterator(); each.hasNext(); ) {
            if (!(verifier.verify(each.next()) instanceof Verification.Valid)) {
                throw new IllegalStateException("A good token was refused");
            }
        }
        Map<String, Long> after = histogram();
        long looks = house.transactions();
        texts.forEach(verifier::verify);
        add("cached tokens", count);
        // So many of them are known as need no further look.
        add("looks at the database when all are presented again", house.transactions() - looks);
        add("bytes per cached token", (total(after) - total(before)) / count);
        after.keySet().stream()
                .sorted(Comparator.comparing(type -> before.getOrDefault(type, 0L) - after.get(type)))
                .limit(LARGEST)
                .forEach(type ->
                        add("of these in " + type, (double) (after.get(type) - before.getOrDefault(type, 0L)) / count));
    }

    private void forge(int count) {
        SplittableRandom random = new SplittableRandom(11);
        byte[] bytes = new byte[32];
        long transactions = house.transactions();
        long before = total(histogram());
        for (int at = 0; at < count; at++) {
            random.nextBytes(bytes);
            if (!(verifier.verify(HexFormat.of().formatHex(bytes)) instanceof Verification.Unknown)) {
                throw new IllegalStateException("A forged token was not refused");
            }
        }
        add("forged tokens", count);
        add("bytes of heap more after them", total(histogram()) - before);
        add("looks at the database for them", house.transactions() - transactions);
    }

    private static long total(Map<String, Long> histogram) {
        return histogram.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The bytes of what is alive, by class. */
    private static Map<String, Long> histogram() {
        try {
            String text = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            Map<String, Long> bytes = new HashMap<>();
            text.lines()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+: .*"))
                    .forEach(line -> {
                        String[] words = line.split("\\s+");
                        bytes.merge(words[3], Long.parseLong(words[2]), Long::sum);
                    });
            return bytes;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
