package dev.durin.benchmark.app;

/** Who calls. */
public final class Callers {

    /** What all of them belong to. */
    public static final String GROUP = "user";

    /** Their password, where it is not hashed. */
    public static final String PASSWORD = "of-the-benchmark-alone";

    private Callers() {}

    /** The name of a caller. */
    public static String name(int number) {
        return "caller-%04d".formatted(number);
    }

    /** A token for applications that keep them in a hash map; as long as one of Durin's. */
    public static String mappedToken(int number) {
        return "%064x".formatted(number);
    }
}
