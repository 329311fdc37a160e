package io.personaagent.memory.compare;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a backend did by itself.
 *
 * @param backend what the configuration calls it
 * @param found how many recollections a question brought, on average
 * @param p50 the median time of a recall, in milliseconds
 * @param p95 the time that 95 % of the recalls did not exceed, in milliseconds
 */
public record Speed(String backend, double found, double p50, double p95) {

    public Speed {
        requireNonNull(backend, "backend");
    }

    static Speed of(String backend, List<Answer> answers) {
        List<Long> times = answers.stream().map(Answer::nanos).sorted().toList();
        double found = answers.stream()
                .mapToInt(answer -> answer.found().size())
                .average()
                .orElse(0);
        return new Speed(backend, found, percentile(times, 50), percentile(times, 95));
    }

    /** By nearest rank. */
    private static double percentile(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(rank - 1) / 1e6;
    }
}
