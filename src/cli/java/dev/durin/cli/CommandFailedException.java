package dev.durin.cli;

/** A command has not done what it should. The message is for whoever gave it, and holds no secret. */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The server has said no, or whoever was asked. */
    static CommandFailedException refused(String message) {
        return new CommandFailedException(ExitCode.REFUSED, message);
    }

    /** The command lacks something, or has something that cannot be used. */
    static CommandFailedException usage(String message) {
        return new CommandFailedException(ExitCode.USAGE, message);
    }

    /** There is no telling what the server says. */
    static CommandFailedException notReached(String message) {
        return new CommandFailedException(ExitCode.NOT_REACHED, message);
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
