package dev.durin.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Calls that begin at the same moment, each in a thread of its own. */
final class AtOnce {

    private AtOnce() {}

    interface Call<T> {
        T number(int number);
    }

    static <T> List<T> atOnce(int count, Call<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            IntStream.range(0, count)
                    .forEach(number -> calls.add(() -> {
                        start.await();
                        return call.number(number);
                    }));
            List<T> answers = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
