package dev.durin.it.faulty;

import dev.durin.spi.TimeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
public class SecondTime implements TimeSource {

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }
}
