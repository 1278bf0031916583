package dev.durin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of a process: the kernel's count of its threads, with those that have ended. */
final class ServerTime {

    /** Of {@code /proc/<pid>/stat}, on every Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private ServerTime() {}

    static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
