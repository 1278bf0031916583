package dev.durin;

import dev.durin.config.Beans;
import dev.durin.token.CacheStatistics;
import dev.durin.token.RevocationFeed;
import dev.durin.token.Tokens;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this node hears in time what others end. Of readiness and not of liveness: a node that does not should get fewer
 * requests, and a restart would mend nothing. No bean of its own accord, for not every server has what it extends.
 */
@Readiness
class FeedHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        // Not injected: in what an extension adds, some servers see no beans of an application's libraries.
        RevocationFeed feed = Beans.current().select(RevocationFeed.class).get();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("durin").status(feed.isInTime());
        if (feed.isOn()) {
            answer.withData(
                    "revocations",
                    feed.age().map(age -> "read " + age.toMillis() + " ms ago").orElse("never read"));
        }
        CacheStatistics cache = Beans.current().select(Tokens.class).get().cacheStatistics();
        answer.withData("cache-size", cache.size());
        answer.withData("cache-hit-percentage", Math.round(100 * cache.hitRate()));
        return answer.build();
    }
}
