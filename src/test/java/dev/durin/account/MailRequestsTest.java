package dev.durin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.spi.MailKind;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailRequestsTest {

    private final List<Runnable> held = new ArrayList<>();
    private final AtomicInteger ordered = new AtomicInteger();
    private final MailRequests requests = new MailRequests();

    private static ManagedExecutorService executor(InvocationHandler handler) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                MailRequestsTest.class.getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, handler);
    }

    /** Whose threads are all busy. */
    private void hold() {
        requests.executor = executor((proxy, method, arguments) -> held.add((Runnable) arguments[0]));
    }

    private void ask(int times) {
        IntStream.range(0, times).forEach(time -> requests.ask(MailKind.RESET_PASSWORD, ordered::incrementAndGet));
    }

    @Test
    void askWhenAHundredWaitThenNoMoreIsOrderedUntilOneIsThrough() {
        hold();

        ask(103);
        assertThat(held).hasSize(100);
        assertThat(requests.waiting()).isEqualTo(100);
        requests.ask(MailKind.CONFIRM_REGISTRATION, () -> {});
        assertThat(held).as("another kind").hasSize(101);
        held.remove(100).run();
        held.remove(0).run();
        ask(2);

        assertThat(held).hasSize(100);
        held.forEach(Runnable::run);
        assertThat(ordered).hasValue(101);
        assertThat(requests.waiting()).isZero();
    }

    /** Anybody can ask as often as a network lets them. */
    @Test
    void askWhenTheHundredPlacesAreTakenAgainAndAgainThenOneLineUntilAllWereFree() {
        hold();
        try (LoggedLines log = new LoggedLines(MailRequests.class)) {
            ask(100);
            for (int time = 0; time < 20; time++) {
                held.remove(0).run();
                ask(2);
            }
            assertThat(log.lines())
                    .containsExactly("100 mails of the kind RESET_PASSWORD wait to be ordered; no more are");

            held.forEach(Runnable::run);
            ask(101);

            assertThat(log.lines()).hasSize(2);
        }
    }

    @Test
    void askWhenAnOrderFailsThenItsPlaceIsFreeAgain() {
        hold();
        requests.ask(MailKind.RESET_PASSWORD, () -> {
            throw new IllegalStateException("the database is away");
        });

        held.forEach(Runnable::run);

        assertThat(requests.waiting()).isZero();
    }

    @Test
    void askWhenThereIsNoThreadThenNobodyIsToldAndThePlaceIsFreeAgain() {
        requests.executor = executor((proxy, method, arguments) -> {
            throw new RejectedExecutionException("the server stops");
        });

        ask(3);

        assertThat(requests.waiting()).isZero();
        assertThat(ordered).hasValue(0);
    }
}
