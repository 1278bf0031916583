package dev.durin.usage;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.RegularWork;
import dev.durin.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Has the uses of tokens written regularly while the application runs, and once more when it stops. */
@Part
public class UsageSchedule {

    private static final Logger LOGGER = System.getLogger(UsageSchedule.class.getName());

    private final UsageWriter writer;
    private final UsageRecorder recorder;
    private final Duration interval;
    private final RegularWork work;
    private volatile boolean failing;

    @Inject
    UsageSchedule(UsageWriter writer, UsageRecorder recorder, RegularWork work, Settings settings) {
        this.writer = writer;
        this.recorder = recorder;
        this.work = work;
        this.interval = settings.usage().interval();
    }

    /** Begins, unless uses are not recorded. */
    public void start() {
        if (!interval.isZero()) {
            work.start(interval, interval, this::writeRegularly, () -> {});
        }
    }

    /** Ends, and writes what is left. To be called while the database can still be reached. */
    public void stop() {
        if (work.stop()) {
            writeAtTheEnd();
        }
    }

    /**
     * Writes what was recorded up to now, without waiting for the interval to end.
     *
     * @throws StoreUnavailableException when the database is away; what was not written is kept
     */
    public void write() {
        writer.write();
    }

    /** An exception would end the schedule. An outage is told when it begins and when it is over. */
    private void writeRegularly() {
        try {
            write();
            if (failing) {
                LOGGER.log(Level.INFO, "The uses of tokens are written again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOGGER.log(
                        Level.WARNING,
                        "The uses of tokens could not be written; they are kept, and it is tried again every "
                                + interval,
                        e);
            }
            failing = true;
        }
        warnOfWhatIsGivenUp();
    }

    private void warnOfWhatIsGivenUp() {
        long givenUp = recorder.givenUp();
        if (givenUp > 0) {
            LOGGER.log(
                    Level.WARNING,
                    "{0} uses of tokens were given up, for more tokens were used within durin.last-used.interval={1}, or"
                            + " while the database was away, than durin.token.cache-size. Raise that or shorten the interval.",
                    givenUp,
                    interval);
        }
    }

    private void writeAtTheEnd() {
        try {
            write();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The uses of tokens since the last " + interval + " could not be written", e);
        }
    }
}
