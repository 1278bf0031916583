package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests by the thousand that began as good ones, real tokens among them, against the running server. The properties
 * {@code durin.fuzz.seed}, {@code durin.fuzz.requests} and {@code durin.fuzz.first} say which.
 */
@Tag("fuzz")
class FuzzIT extends ServerTest {

    private static final long SEED = Long.getLong("durin.fuzz.seed", 20_261_120L);
    private static final int REQUESTS = Integer.getInteger("durin.fuzz.requests", 100_000);
    private static final int FIRST = Integer.getInteger("durin.fuzz.first", 0);

    private static final int THREADS = 4;
    private static final int MOST_FAULTS = 20;

    /** So few requests, such as one that is tried again, need not reach everything. */
    private static final int FEW = 10_000;

    private final FuzzTokens tokens = new FuzzTokens();
    private final FuzzRequests requests = new FuzzRequests(SEED, tokens, FuzzRequests.KINDS);
    private final AtomicInteger next = new AtomicInteger(FIRST);
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void makeCallers() throws IOException {
        try (RawConnection connection = new RawConnection(root())) {
            for (String caller : FuzzRequests.CALLERS) {
                control("groups", caller + "=user");
                for (String client : List.of("web", "web", "mobile")) {
                    RawAnswer login = connection.send(RawRequest.of("POST api/auth/login")
                            .headers("Content-Type: application/x-www-form-urlencoded")
                            .body(("username=" + caller + "&password=" + caller + "-pass-1&client=" + client)
                                    .getBytes(StandardCharsets.US_ASCII))
                            .bytes(root()));
                    tokens.learn(caller, login);
                }
            }
        }
    }

    @AfterEach
    void removeTheirTokens() {
        database.rows("DELETE FROM durin_token");
    }

    @Test
    void hostileRequestsThenNoServerErrorAndNothingIsShown() throws Exception {
        System.out.printf("Fuzz: -Ddurin.fuzz.seed=%d -Ddurin.fuzz.requests=%d%n", SEED, REQUESTS);
        long logged = logged();

        long start = System.nanoTime();
        sendAll();
        System.out.println("Fuzz: seconds " + (System.nanoTime() - start) / 1_000_000_000);

        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(api.login("alice", "web").status()).isEqualTo(200);
        assertThat(logged() - logged).as("bytes in the log").isLessThan(200_000 + 10L * REQUESTS);
        if (REQUESTS >= FEW) {
            assertThatEverythingWasReached();
        }
    }

    private void sendAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Void> sender = this::sendMany;
            for (Future<Void> done : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(thread -> sender).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Void sendMany() throws IOException {
        try (RawConnection connection = new RawConnection(root())) {
            for (int index = next.getAndIncrement();
                    index < FIRST + REQUESTS && faults.size() < MOST_FAULTS;
                    index = next.getAndIncrement()) {
                send(requests.make(index), connection);
                if (index % 5_000 == 0) {
                    control("forget-events", "");
                }
            }
        }
        return null;
    }

    private void send(FuzzRequest request, RawConnection connection) throws IOException {
        byte[] bytes = request.raw().bytes(root());
        RawAnswer answer = connection.send(bytes);
        tokens.learn(request, answer);
        String endpoint = request.addressKept ? request.kind : "another address";
        answers.computeIfAbsent(endpoint + " " + answer.status(), key -> new LongAdder())
                .increment();
        String fault = FuzzFault.in(request, answer);
        if (!fault.isEmpty()) {
            faults.add("%s%nTry again: -Ddurin.fuzz.seed=%d -Ddurin.fuzz.first=%d -Ddurin.fuzz.requests=1%n%s%n%s"
                    .formatted(fault, SEED, request.index, shown(bytes), answer));
        }
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.length() < 3_000 ? text : text.substring(0, 3_000) + "…";
    }

    /** Else it could test nothing without anybody's knowing. */
    private void assertThatEverythingWasReached() {
        Map<String, Long> counts = new java.util.TreeMap<>();
        answers.forEach((key, count) -> counts.put(key, count.sum()));
        System.out.println("Fuzz: " + counts);
        for (String kind : FuzzRequests.KINDS) {
            if (!kind.endsWith("admin")) {
                assertThat(counts(counts, kind + " 2"))
                        .as(kind + " that succeed")
                        .isGreaterThan(REQUESTS / 1_000);
            }
        }
        for (String status : List.of("400", "401", "403", "404", "405", "406", "413", "415")) {
            long reached = counts.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(" " + status))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(reached).as(status).isGreaterThan(REQUESTS / 1_000);
        }
    }

    private static long counts(Map<String, Long> counts, String beginning) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The size of the server's log. */
    private static long logged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("durin.logs")))) {
            return files.mapToLong(FuzzIT::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
