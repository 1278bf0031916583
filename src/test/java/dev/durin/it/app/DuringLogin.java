package dev.durin.it.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What shall happen when the password of the next login was found right, and there is no token yet. */
public final class DuringLogin {

    private static final AtomicReference<Optional<Runnable>> NEXT = new AtomicReference<>(Optional.empty());

    private DuringLogin() {}

    public static void next(Runnable work) {
        NEXT.set(Optional.of(work));
    }

    public static void happen() {
        NEXT.getAndSet(Optional.empty()).ifPresent(Runnable::run);
    }
}
