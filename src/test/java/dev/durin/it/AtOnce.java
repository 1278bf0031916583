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

    interface Call {
        Answer number(int number);
    }

    static List<Answer> atOnce(int count, Call call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            IntStream.range(0, count)
                    .forEach(number -> calls.add(() -> {
                        start.await();
                        return call.number(number);
                    }));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
