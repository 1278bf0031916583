package dev.durin.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends requests in a closed loop, in a process of its own, so that what it costs is not the server's. Each line of its
 * input is an order: how many connections, how many milliseconds, and a file with the requests, each ended by a zero
 * byte, which are sent in turn. Each is answered by a line: requests, nanoseconds, median and 99th percentile of the
 * latency in nanoseconds; or by {@code failed} and why.
 */
public final class LoadGenerator {

    private LoadGenerator() {}

    /** Takes the port of the server. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 3);
            List<byte[]> requests = requests(Path.of(words[2]));
            try {
                System.out.println(run(threads, port, Integer.parseInt(words[0]), Long.parseLong(words[1]), requests));
            } catch (Exception e) {
                System.out.println("failed " + e);
            }
        }
    }

    private static List<byte[]> requests(Path file) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        for (String request : Files.readString(file, StandardCharsets.US_ASCII).split("\0")) {
            requests.add(request.getBytes(StandardCharsets.US_ASCII));
        }
        return requests;
    }

    private static String run(
            ExecutorService threads, int port, int connections, long milliseconds, List<byte[]> requests)
            throws Exception {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        List<Future<Histogram>> running = new ArrayList<>();
        for (int at = 0; at < connections; at++) {
            int first = at * requests.size() / connections;
            running.add(threads.submit(() -> loop(port, first, end, requests)));
        }
        Histogram all = new Histogram(3);
        for (Future<Histogram> one : running) {
            all.add(one.get());
        }
        return all.getTotalCount() + " " + (System.nanoTime() - begin) + " " + all.getValueAtPercentile(50) + " "
                + all.getValueAtPercentile(99);
    }

    private static Histogram loop(int port, int first, long end, List<byte[]> requests) throws Exception {
        Histogram latencies = new Histogram(3);
        try (LoadConnection connection = new LoadConnection(port)) {
            long before = System.nanoTime();
            for (int at = first; before < end; at = (at + 1) % requests.size()) {
                connection.exchange(requests.get(at));
                long after = System.nanoTime();
                latencies.recordValue(after - before);
                before = after;
            }
        }
        return latencies;
    }
}
