package dev.durin.token;

import dev.durin.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has what other nodes end or change read regularly while the application runs, never inside a request. */
@ApplicationScoped
public class FeedSchedule {

    private final RevocationFeed feed;
    private final ForgottenCallers forgottenCallers;
    private final Duration interval;
    private volatile @Nullable Future<?> schedule;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    FeedSchedule(RevocationFeed feed, ForgottenCallers forgottenCallers, Settings settings) {
        this.feed = feed;
        this.forgottenCallers = forgottenCallers;
        this.interval = settings.feed().interval();
    }

    @SuppressWarnings("NullAway") // for the client proxy
    protected FeedSchedule() {
        this.feed = null;
        this.forgottenCallers = null;
        this.interval = null;
    }

    /** Begins. The first read is at once. */
    public void start() {
        if (feed.isOn()) {
            schedule = executor.scheduleWithFixedDelay(this::tick, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends. */
    @PreDestroy
    public void stop() {
        Future<?> running = schedule;
        schedule = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** Neither throws: an exception would end the schedule. */
    private void tick() {
        feed.read();
        forgottenCallers.tellRest();
    }
}
