package dev.durin.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line's JAR, run as a user runs it: what it came to. */
record CommandLineProcess(int exitCode, String out, String err) {

    /**
     * Runs it.
     *
     * @param variables environment variables
     * @param input the standard input
     * @param arguments the command
     */
    static CommandLineProcess run(Map<String, String> variables, String input, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerProcess.javaOptions());
        command.addAll(List.of("-jar", System.getProperty("durin.cli.jar")));
        command.addAll(List.of(arguments));
        try {
            Path directory = Files.createTempDirectory("durin-cli");
            Path out = directory.resolve("out");
            Path err = directory.resolve("err");
            Path in = Files.writeString(directory.resolve("in"), input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("DURIN_"));
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it has not ended: " + Files.readString(err));
            }
            return new CommandLineProcess(process.exitValue(), read(out), read(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Its only line. */
    String line() {
        if (exitCode != 0 || out.lines().count() != 1) {
            throw new AssertionError(this);
        }
        return out.strip();
    }
}
