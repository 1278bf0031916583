package dev.durin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * How often each of Durin's methods was the innermost of Durin's on the stack: what it spends itself, and in what it calls
 * of the platform.
 */
final class Profile {

    private static final String OWN = "dev.durin.";
    private static final List<String> NOT_OWN = List.of("dev.durin.benchmark.", "dev.durin.internal.");
    private static final int MOST = 25;

    /** Where a filter or an interceptor lets the server go on: what is spent there is not Durin's. */
    private static final Set<String> GOES_ON = Set.of("doFilter", "proceed");

    private final Map<String, Integer> samples = new HashMap<>();
    private int all;

    /** Records a server while it works, and keeps the recording beside the result. */
    static void of(ProcessHandle server, String name, Runnable work) throws IOException {
        Path recording = Results.file(name + ".jfr");
        Files.deleteIfExists(recording);
        try (Recording ignored = new Recording(server.pid(), recording)) {
            work.run();
        }
        read(recording).write(new Results(name + ".csv", "share", "method"));
    }

    private static Profile read(Path recording) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    profile.add(event.getStackTrace().getFrames());
                }
            }
        }
        return profile;
    }

    private void add(List<RecordedFrame> frames) {
        all++;
        innermost(frames).ifPresent(method -> samples.merge(method, 1, Integer::sum));
    }

    private static Optional<String> innermost(List<RecordedFrame> frames) {
        String called = "";
        String calledMethod = "";
        for (RecordedFrame frame : frames) {
            RecordedMethod method = frame.getMethod();
            String type = method.getType().getName();
            if (isOwn(type)) {
                return GOES_ON.contains(calledMethod)
                        ? Optional.empty()
                        : Optional.of(simple(type) + "." + method.getName() + called);
            }
            calledMethod = method.getName();
            called = " > " + simple(type) + "." + calledMethod;
        }
        return Optional.empty();
    }

    private static boolean isOwn(String type) {
        return type.startsWith(OWN) && NOT_OWN.stream().noneMatch(type::startsWith);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Shares of all samples, the largest first; the first row is all of Durin. */
    private void write(Results results) {
        int own = samples.values().stream().mapToInt(Integer::intValue).sum();
        results.add(share(own), "all of Durin");
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(entry -> results.add(share(entry.getValue()), entry.getKey()));
    }

    private double share(int count) {
        return all == 0 ? 0 : (double) count / all;
    }
}
