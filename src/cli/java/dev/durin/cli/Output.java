package dev.durin.cli;

import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What a command says: the answer on the standard output, in words or as JSON, and what is beside it on the other. */
final class Output {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    private Output(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    static Output of(CommandLine command, boolean json) {
        return new Output(command.getOut(), command.getErr(), json);
    }

    /** The server's answer as it is, or a sentence. */
    void show(JsonValue answer, Supplier<String> sentence) {
        out.println(json ? Text.json(answer) : sentence.get());
    }

    /** The server's answer as it is, or a table. */
    void showTable(JsonValue answer, Supplier<Table> table) {
        if (json) {
            out.println(Text.json(answer));
        } else {
            table.get().lines().forEach(out::println);
        }
    }

    /** A line of the answer in words. */
    void line(String text) {
        if (!json) {
            out.println(text);
        }
    }

    /** What is no part of the answer: a program that reads that does not see it. */
    void note(String text) {
        err.println(text);
    }
}
