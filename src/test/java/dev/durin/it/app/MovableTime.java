package dev.durin.it.app;

import dev.durin.spi.TimeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
public class MovableTime implements TimeSource {

    @Override
    public Instant now() {
        Instant stopped = Switches.stopped;
        return stopped == null ? Instant.now().plus(Switches.ahead) : stopped;
    }
}
