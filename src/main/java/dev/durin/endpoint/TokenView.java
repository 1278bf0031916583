package dev.durin.endpoint;

import dev.durin.config.Configured;
import dev.durin.spi.TimeSource;
import dev.durin.token.Token;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token as its owner sees it. Its text is never in it. */
@Dependent
class TokenView {

    private final TimeSource time;

    @Inject
    TokenView(@Configured TimeSource time) {
        this.time = time;
    }

    /** A session in the list. */
    Map<String, @Nullable Object> session(Token token, Token current) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", token.id());
        members.putAll(apiAccess(token));
        members.put("is_current", token.id() == current.id());
        members.put("name", token.name());
        members.put("address", token.loginAddress());
        members.put("user_agent", token.loginUserAgent());
        members.put(
                "last_used", token.lastUse().instant().map(Instant::toString).orElse(null));
        members.put("last_address", token.lastUse().address());
        members.put("last_user_agent", token.lastUse().userAgent());
        return members;
    }

    /** An API access token. */
    Map<String, @Nullable Object> apiAccess(Token token) {
        Instant now = time.now();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("client", token.client());
        members.put("created", token.created().toString());
        members.put("expiry", token.expiry().instant().map(Instant::toString).orElse(null));
        members.put("has_expired", token.expiry().hasPassed(now));
        members.put(
                "expires_in_str",
                token.expiry()
                        .instant()
                        .map(end -> HumanDuration.of(Duration.between(now, end)))
                        .orElse("never"));
        return members;
    }
}
