package dev.durin.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java Flight Recorder, switched on in another process. */
final class Recording implements AutoCloseable {

    private final long process;
    private final Path file;

    Recording(long process, Path file) throws IOException {
        this.process = process;
        this.file = file;
        command("JFR.start", "name=durin", "settings=profile");
    }

    @Override
    public void close() throws IOException {
        command("JFR.stop", "name=durin", "filename=" + file);
    }

    private void command(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(process));
        command.addAll(List.of(words));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException("jcmd has failed: " + command);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
