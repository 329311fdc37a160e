package io.personaagent.bench;

import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

final class Profile {
    static volatile Object sink = "";
    public static void main(String[] args) {
        int size = Integer.parseInt(args[0]);
        long t = System.nanoTime();
        try (Life life = Life.of(size, new WordVectors().embedder())) {
            System.out.printf("open/build %.1f s%n", (System.nanoTime() - t) / 1e9);
            Instant now = Talk.START.plusSeconds(600L * size);
            int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 100;
            for (int k : new int[] {10, 200}) {
                time("nearest turn " + k, rounds, i -> life.records().nearest("turn", vec(life, size, i), k));
                time("nearest context " + k, rounds, i -> life.records().nearest("context", vec(life, size, i), k));
            }
            time("matching turn 200", rounds, i -> life.records().matching("turn", q(life, size, i), 200));
            time("matching context 200", rounds, i -> life.records().matching("context", q(life, size, i), 200));
            time("findAll 500 turns", rounds, i -> life.records().findAll(keys(size, i, 500)));
            time("embed", rounds, i -> vec(life, size, i));
            time("recall", rounds, i -> life.backend().recall(RecallQuery.about(q(life, size, i), now)));
        }
    }

    static String q(Life life, int size, int i) {
        return life.talk().question((int) (((i + 1) * 7919L) % size));
    }

    static Vector vec(Life life, int size, int i) {
        return life.embedder().query(q(life, size, i));
    }

    static List<RecordKey> keys(int size, int i, int n) {
        return java.util.stream.IntStream.range(0, n)
                .mapToObj(j -> new RecordKey("turn", "e%07d".formatted((j * 104729L + i * 31L) % size)))
                .toList();
    }

    static void time(String name, int rounds, IntFunction<Object> work) {
        for (int i = 0; i < rounds / 2; i++) {
            sink = work.apply(i);
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            sink = work.apply(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-24s p50 %.2f ms  p99 %.2f ms%n", name, nanos[rounds / 2] / 1e6, nanos[rounds * 99 / 100] / 1e6);
    }
}
