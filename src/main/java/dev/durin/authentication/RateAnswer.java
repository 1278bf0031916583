package dev.durin.authentication;

import dev.durin.config.Part;
import dev.durin.config.Settings;
import dev.durin.rate.Admission;
import dev.durin.rate.Rate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered to requests that were counted. Thread-safe.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
@Part
public class RateAnswer {

    private final boolean told;

    @Inject
    RateAnswer(Settings settings) {
        this.told = settings.throttle().headers();
    }

    /**
     * The headers that tell what is left.
     *
     * @param admission whether the request has passed
     * @return the values by the names, none when {@code durin.throttle.headers} is off
     */
    public Map<String, String> headers(Admission admission) {
        if (!told) {
            return Map.of();
        }
        Rate rate = admission.budget().rate();
        return Map.of(
                "RateLimit-Policy",
                "\"requests\";q=" + rate.requests() + ";w=" + rate.period().toSeconds(),
                "RateLimit",
                "\"requests\";" + left(admission));
    }

    /**
     * The answer to a request too many.
     *
     * @param refused why it may not pass
     * @return 429
     */
    public Problem problem(Admission.Refused refused) {
        long seconds = seconds(refused.retryAfter());
        Map<String, String> headers = new LinkedHashMap<>(headers(refused));
        headers.put("Retry-After", Long.toString(seconds));
        return Problem.quotaExceeded(seconds, headers);
    }

    private static String left(Admission admission) {
        if (admission instanceof Admission.Passed passed) {
            return "r=" + passed.remaining() + ";t=" + seconds(passed.reset());
        }
        return "r=0;t=" + seconds(((Admission.Refused) admission).retryAfter());
    }

    /** Rounded up, so that whoever waits so long does not come too early. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
    }
}
