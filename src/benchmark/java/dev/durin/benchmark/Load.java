package dev.durin.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process that sends requests. */
final class Load implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    Load(int port) throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadGenerator.class.getName(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Writes requests to where {@link #run} finds them. */
    static Path write(String name, List<String> requests) throws IOException {
        return Files.writeString(
                Results.file("requests/" + name), String.join("\0", requests), StandardCharsets.US_ASCII);
    }

    /** Sends requests in turn for so long. What is not answered by 200 ends the benchmark. */
    Outcome run(Path requests, int connections, Duration duration) {
        orders.println(connections + " " + duration.toMillis() + " " + requests);
        try {
            String answer = String.valueOf(answers.readLine());
            String[] words = answer.split(" ");
            if (words.length != 4 || words[0].equals("failed")) {
                throw new IllegalStateException(requests.getFileName() + ": " + answer);
            }
            return new Outcome(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]) / 1e9,
                    Long.parseLong(words[2]) / 1e3,
                    Long.parseLong(words[3]) / 1e3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    /**
     * What came of it.
     *
     * @param requests how many were answered
     * @param seconds in which time
     * @param median of the latency, in microseconds
     * @param high the 99th percentile of the latency, in microseconds
     */
    record Outcome(long requests, double seconds, double median, double high) {}
}
