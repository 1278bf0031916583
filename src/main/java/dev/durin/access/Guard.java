package dev.durin.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the annotations that are effective for a method demand of a token. Immutable. */
final class Guard {

    private final @Nullable Set<String> allowed;
    private final Set<String> disallowed;
    private final boolean demanding;

    private Guard(@Nullable AllowClients allow, @Nullable DisallowClients disallow, @Nullable Authenticated any) {
        this.allowed = allow == null ? null : Set.copyOf(Arrays.asList(allow.value()));
        this.disallowed = disallow == null ? Set.of() : Set.copyOf(Arrays.asList(disallow.value()));
        this.demanding = allow != null || disallow != null || any != null;
    }

    static Guard of(Class<?> type, Method method) {
        EffectiveAnnotations annotations = new EffectiveAnnotations(type, method);
        return new Guard(
                annotations.find(AllowClients.class).orElse(null),
                annotations.find(DisallowClients.class).orElse(null),
                annotations.find(Authenticated.class).orElse(null));
    }

    /** Whether anything is demanded at all. */
    boolean isDemanding() {
        return demanding;
    }

    /** Whether a token of this client is admitted. */
    boolean admits(String client) {
        return (allowed == null || allowed.contains(client)) && !disallowed.contains(client);
    }
}
