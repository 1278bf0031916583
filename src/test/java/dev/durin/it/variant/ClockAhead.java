package dev.durin.it.variant;

import dev.durin.spi.TimeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** A node whose clock is an hour ahead. */
@ApplicationScoped
public class ClockAhead implements TimeSource {

    @Override
    public Instant now() {
        return Instant.now().plus(Duration.ofHours(1));
    }
}
