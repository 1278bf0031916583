package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void eachThenCountsInTheSameOrder() {
        assertThat(Batches.each(() -> 3, () -> 0, () -> 7)).containsExactly(3, 0, 7);
    }

    @Test
    void eachWhenSomeFailThenTheOthersAreDoneAndNoFailureIsLost() {
        AtomicInteger done = new AtomicInteger();

        assertThatThrownBy(() -> Batches.each(
                        () -> {
                            throw new IllegalStateException("first");
                        },
                        done::incrementAndGet,
                        () -> {
                            throw new IllegalStateException("second");
                        }))
                .hasMessage("first")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("second"));
        assertThat(done).hasValue(1);
    }
}
