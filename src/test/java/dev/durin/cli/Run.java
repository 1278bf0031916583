package dev.durin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command came to. */
record Run(int exitCode, String out, String err) {

    static Run of(Surroundings surroundings, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine(surroundings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
