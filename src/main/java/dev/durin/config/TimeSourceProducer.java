package dev.durin.config;

import dev.durin.spi.TimeSource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes the time injectable. */
@Dependent
class TimeSourceProducer {

    @Produces
    @Dependent
    @Configured
    TimeSource timeSource(Instance<TimeSource> application) {
        return ExtensionPoint.choose(application, TimeSourceProducer::systemTime);
    }

    private static Instant systemTime() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
