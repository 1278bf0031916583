package dev.durin.token;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a check costs in Durin's own code, without a server: 1,000 tokens in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {

    private static final int TOKENS = 1_000;

    private final List<String> forged = new ArrayList<>();
    private TokenHouse house;
    private List<String> texts;
    private List<TokenKey> keys;
    private TokenVerifier cached;
    private TokenVerifier uncached;
    private int next;

    /** Fills the cache. */
    @Setup
    public void setUp() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "benchmark", "benchmark");
        house = new TokenHouse(pool);
        texts = house.add(TOKENS);
        keys = List.of(house.key());
        cached = house.verifier(10 * TOKENS);
        uncached = house.verifier(0);
        texts.forEach(text -> valid(cached.verify(text)));
        SplittableRandom random = new SplittableRandom(7);
        byte[] bytes = new byte[32];
        for (int at = 0; at < TOKENS; at++) {
            random.nextBytes(bytes);
            forged.add(HexFormat.of().formatHex(bytes));
        }
    }

    /** Ends the database. */
    @TearDown
    public void tearDown() {
        house.close();
    }

    private String next(List<String> from) {
        next = (next + 1) % TOKENS;
        return from.get(next);
    }

    private static Verification valid(Verification verification) {
        if (verification instanceof Verification.Valid) {
            return verification;
        }
        throw new IllegalStateException("A good token was refused: " + verification);
    }

    /** The text alone: with no key to try, nothing is computed. */
    @Benchmark
    public Optional<TokenFormat.Checked> parse() {
        return house.format().check(next(texts), List.of());
    }

    /** The text, and its authentication code computed and compared. */
    @Benchmark
    public Optional<TokenFormat.Checked> parseAndAuthenticate() {
        return house.format().check(next(texts), keys);
    }

    /** A token that is known. */
    @Benchmark
    public Verification hit() {
        return valid(cached.verify(next(texts)));
    }

    /** A token whose row is read, by EclipseLink from H2 in the same virtual machine. */
    @Benchmark
    public Verification miss() {
        return valid(uncached.verify(next(texts)));
    }

    /** A token that nobody has issued. */
    @Benchmark
    public Verification forged() {
        return cached.verify(next(forged));
    }
}
