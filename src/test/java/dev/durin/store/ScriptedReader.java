package dev.durin.store;

import java.util.List;
import java.util.function.Consumer;

/** Reads nothing, in a way that the test decides. */
public final class ScriptedReader extends RevocationReader {

    private volatile Runnable reading = () -> {};

    /** It asks no database. */
    @SuppressWarnings("NullAway")
    public ScriptedReader() {
        super(null, null);
    }

    /** What each read does from now on before it comes back. */
    public void does(Runnable what) {
        reading = what;
    }

    @Override
    public synchronized void readNew(Consumer<List<Revocation>> heed) {
        reading.run();
        heed.accept(List.of());
    }
}
