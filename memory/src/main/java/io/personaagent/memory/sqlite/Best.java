package io.personaagent.memory.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best of any number of candidates and forgets the others at once. Not thread-safe. */
final class Best {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);

    private final int limit;
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    /** A record that may be among the best. */
    record Candidate(double score, String id) {}

    Best(int limit) {
        this.limit = limit;
    }

    void offer(Candidate candidate) {
        worstFirst.add(candidate);
        if (worstFirst.size() > limit) {
            worstFirst.poll();
        }
    }

    /** Those kept, the best first; of equal scores the one whose id comes first. */
    List<Candidate> inOrder() {
        List<Candidate> all = new ArrayList<>(worstFirst);
        all.sort(BEST_FIRST);
        return all;
    }
}
