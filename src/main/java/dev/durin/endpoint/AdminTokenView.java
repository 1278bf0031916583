package dev.durin.endpoint;

import dev.durin.config.Configured;
import dev.durin.spi.TimeSource;
import dev.durin.token.Token;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token as operators see it. Its text is never in it. */
@Dependent
class AdminTokenView {

    private final TimeSource time;

    @Inject
    AdminTokenView(@Configured TimeSource time) {
        this.time = time;
    }

    Map<String, @Nullable Object> item(Token token, Token current) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", token.id());
        members.put("caller", token.caller());
        members.put("client", token.client());
        members.put("name", token.name());
        members.put("created", token.created().toString());
        members.put("expiry", token.expiry().instant().map(Instant::toString).orElse(null));
        members.put("expired", token.expiry().hasPassed(time.now()));
        members.put(
                "last_used", token.lastUse().instant().map(Instant::toString).orElse(null));
        members.put("login_address", token.loginAddress());
        members.put("login_user_agent", token.loginUserAgent());
        members.put("last_address", token.lastUse().address());
        members.put("last_user_agent", token.lastUse().userAgent());
        members.put("current", token.id() == current.id());
        return members;
    }
}
