package io.personaagent.memory.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several threads that begin at the same moment. */
public final class Threads {

    private Threads() {}

    /** One thread's part. */
    public interface Part<T> {
        T run(int thread) throws Exception;
    }

    /** What each of them brought back, in their order; fails when one of them failed. */
    public static <T> List<T> run(int number, Part<T> part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int thread = i;
                Callable<T> waiting = () -> {
                    start.await();
                    return part.run(thread);
                };
                running.add(threads.submit(waiting));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
