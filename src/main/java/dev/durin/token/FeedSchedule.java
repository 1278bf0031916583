package dev.durin.token;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.RegularWork;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has what other nodes end or change read regularly while the application runs, never inside a request. */
@Part
public class FeedSchedule {

    private final RevocationFeed feed;
    private final ForgottenCallers forgottenCallers;
    private final RegularWork work;
    private final Settings.FeedSettings settings;

    @Inject
    FeedSchedule(RevocationFeed feed, ForgottenCallers forgottenCallers, RegularWork work, Settings settings) {
        this.feed = feed;
        this.forgottenCallers = forgottenCallers;
        this.work = work;
        this.settings = settings.feed();
    }

    /** Begins. The first read is at once. */
    public void start() {
        if (settings.isOn()) {
            feed.begin();
            work.start(Duration.ZERO, settings.interval(), this::readAndTell, feed::tellWhenLate);
        }
    }

    /** Ends, after the others have been told what they have not been told yet. */
    public void stop() {
        if (work.stop()) {
            forgottenCallers.tellRest();
        }
    }

    private void readAndTell() {
        if (feed.isOn()) {
            feed.read();
        }
        forgottenCallers.tellRest();
    }
}
