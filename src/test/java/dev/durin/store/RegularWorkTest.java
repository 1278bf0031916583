package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RegularWorkTest {

    private final List<String> done = new ArrayList<>();
    private final List<Runnable> handedOver = new ArrayList<>();
    private final List<Runnable> ticks = new ArrayList<>();

    private Runnable schedule(Consumer<Runnable> workers) {
        RegularWork regular = new RegularWork();
        regular.clock = of(ManagedScheduledExecutorService.class, (proxy, method, arguments) -> {
            ticks.add((Runnable) arguments[0]);
            return of(ScheduledFuture.class, (future, asked, nothing) -> null);
        });
        regular.workers = of(ManagedExecutorService.class, (proxy, method, arguments) -> {
            workers.accept((Runnable) arguments[0]);
            return null;
        });
        regular.start(Duration.ZERO, Duration.ofSeconds(1), () -> done.add("work"), () -> done.add("otherwise"));
        return ticks.get(0);
    }

    private static <T> T of(Class<T> type, InvocationHandler methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, methods));
    }

    private void reject(Runnable work) {
        throw new RejectedExecutionException("the pool is full");
    }

    @Test
    void tickThenTheWorkIsDoneByAnotherThread() {
        Runnable tick = schedule(handedOver::add);

        tick.run();
        assertThat(done).isEmpty();
        handedOver.get(0).run();

        assertThat(done).containsExactly("work");
    }

    @Test
    void tickWhenStillAtWorkThenTheOther() {
        Runnable tick = schedule(handedOver::add);

        tick.run();
        tick.run();

        assertThat(handedOver).hasSize(1);
        assertThat(done).containsExactly("otherwise");
    }

    @Test
    void tickWhenNoThreadIsFreeThenTheOtherAndTriedAgain() {
        Runnable tick = schedule(this::reject);

        tick.run();
        tick.run();

        assertThat(done).containsExactly("otherwise", "otherwise");
    }
}
