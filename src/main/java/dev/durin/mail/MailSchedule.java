package dev.durin.mail;

import dev.durin.config.MailSettings;
import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.store.RegularWork;
import jakarta.inject.Inject;

/** Has mail sent while the application runs: what is new at once, what could not be sent again later. Thread-safe. */
@Part
public class MailSchedule {

    private final MailSettings settings;
    private final RegularWork work;

    @Inject
    MailSchedule(Settings settings, RegularWork work) {
        this.settings = settings.mail();
        this.work = work;
    }

    /** Begins, where Durin sends mail. */
    public void start() {
        if (settings.isOn()) {
            work.start(settings.interval(), settings.interval(), this::hurry, () -> {});
        }
    }

    /** Ends. */
    public void stop() {
        work.stop();
    }

    /** Has new mail sent at once, on another thread. */
    void hurry() {}
}
