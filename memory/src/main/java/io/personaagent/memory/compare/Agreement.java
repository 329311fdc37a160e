package io.personaagent.memory.compare;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.rank.TopLists;
import io.personaagent.memory.spi.RecallQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far two backends agree.
 *
 * @param one the one backend
 * @param other the other one
 * @param overlap the share of memories that both recall, averaged over the questions
 * @param correlation Kendall's tau-b of their rankings, averaged over the questions on which both order something; 0 when there is none
 * @param disagreements where they differ, the most different first
 */
public record Agreement(
        String one, String other, double overlap, double correlation, List<Disagreement> disagreements) {

    public Agreement {
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        disagreements = List.copyOf(disagreements);
    }

    static Agreement of(List<RecallQuery> asked, Asked one, Asked other) {
        List<Disagreement> disagreements = new ArrayList<>();
        double overlaps = 0;
        List<Double> correlations = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            Answer here = one.answers().get(at);
            Answer there = other.answers().get(at);
            double overlap = TopLists.overlap(here.episodes(), there.episodes());
            overlaps += overlap;
            OptionalDouble correlation = TopLists.correlation(here.episodes(), there.episodes());
            correlation.ifPresent(correlations::add);
            if (!here.episodes().equals(there.episodes())) {
                disagreements.add(new Disagreement(asked.get(at).about(), overlap, here.found(), there.found()));
            }
        }
        disagreements.sort(Comparator.comparingDouble(Disagreement::overlap));
        return new Agreement(
                one.name(),
                other.name(),
                asked.isEmpty() ? 0 : overlaps / asked.size(),
                correlations.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                disagreements);
    }

    /** A backend's answers, in the order of the questions. */
    record Asked(String name, List<Answer> answers) {}
}
