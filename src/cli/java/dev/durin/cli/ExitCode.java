package dev.durin.cli;

/** What the process ends with. */
final class ExitCode {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int NOT_REACHED = 3;

    private ExitCode() {}
}
