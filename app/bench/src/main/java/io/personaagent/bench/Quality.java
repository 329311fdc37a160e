package io.personaagent.bench;

import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** What speed may not cost: how many of the ten nearest are found, and what is kept in memory for it. */
record Quality(double recallAt10, double bytesPerMemory) {

    private static final int QUESTIONS = 100;

    static Quality of(Life life, int size) {
        List<Vector> questions = new ArrayList<>();
        List<PriorityQueue<Hit>> exact = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(life.embedder().query(life.question(i)));
            exact.add(new PriorityQueue<>(Comparator.comparingDouble(Hit::score)));
        }
        life.eachTurn((id, vector) -> offer(new RecordKey("turn", id), vector, questions, exact));
        long before = used();
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            life.backend().recall(io.personaagent.memory.spi.RecallQuery.about(life.question(i), life.now()));
            Set<RecordKey> nearest = new HashSet<>();
            exact.get(i).forEach(hit -> nearest.add(hit.key()));
            for (Hit hit : life.records().nearest("turn", questions.get(i), 10)) {
                found += nearest.contains(hit.key()) ? 1 : 0;
            }
        }
        return new Quality(found / (10.0 * QUESTIONS), (double) (used() - before) / size);
    }

    private static void offer(RecordKey key, float[] values, List<Vector> questions, List<PriorityQueue<Hit>> exact) {
        for (int i = 0; i < QUESTIONS; i++) {
            Vector question = questions.get(i);
            PriorityQueue<Hit> best = exact.get(i);
            best.add(new Hit(key, question.cosine(Vector.of(question.model(), values))));
            if (best.size() > 10) {
                best.poll();
            }
        }
    }

    /** After several collections, so that what is left is used. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            runtime.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
