package io.personaagent.memory.sqlite;

import java.util.Arrays;

/** Scores that grow term by term, by record, in the order of the records' numbers. Not thread-safe. */
final class TermScores {

    private long[] records = new long[0];
    private double[] scores = new double[0];

    int count() {
        return records.length;
    }

    /** In their order. */
    long[] records() {
        return records.clone();
    }

    double score(int at) {
        return scores[at];
    }

    /** Adds what a term is worth in some records; both ordered by record. */
    void add(long[] having, double[] worth) {
        long[] bothRecords = new long[records.length + having.length];
        double[] bothScores = new double[bothRecords.length];
        int size = 0;
        int here = 0;
        int there = 0;
        while (here < records.length || there < having.length) {
            boolean old = there == having.length || (here < records.length && records[here] <= having[there]);
            boolean fresh = here == records.length || (there < having.length && having[there] <= records[here]);
            bothRecords[size] = old ? records[here] : having[there];
            bothScores[size++] = (old ? scores[here++] : 0) + (fresh ? worth[there++] : 0);
        }
        records = Arrays.copyOf(bothRecords, size);
        scores = Arrays.copyOf(bothScores, size);
    }

    void add(int at, double worth) {
        scores[at] += worth;
    }

    /** The score that so many have or exceed; 0 when there are not as many. */
    double reachedBy(int many) {
        if (records.length < many) {
            return 0;
        }
        // Whoever is better than the best that were seen comes in behind them; when there is no room left, the worse
        // half goes.
        double[] best = new double[(int) Math.min(scores.length, 2L * many)];
        int size = 0;
        double least = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            if (score > least) {
                best[size++] = score;
                if (size == best.length && size > many) {
                    Arrays.sort(best);
                    least = best[size - many];
                    System.arraycopy(best, size - many, best, 0, many);
                    size = many;
                }
            }
        }
        Arrays.sort(best, 0, size);
        return best[size - many];
    }

    /** How many have a score or exceed it. */
    int countFrom(double least) {
        return (int) Arrays.stream(scores).filter(score -> score >= least).count();
    }

    /** Forgets those below a score. */
    void keepFrom(double least) {
        int size = 0;
        for (int i = 0; i < records.length; i++) {
            if (scores[i] >= least) {
                records[size] = records[i];
                scores[size++] = scores[i];
            }
        }
        records = Arrays.copyOf(records, size);
        scores = Arrays.copyOf(scores, size);
    }
}
