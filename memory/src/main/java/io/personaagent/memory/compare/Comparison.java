package io.personaagent.memory.compare;

import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Several backends beside each other.
 *
 * @param speeds each by itself
 * @param agreements each with each
 */
public record Comparison(List<Speed> speeds, List<Agreement> agreements) {

    public Comparison {
        speeds = List.copyOf(speeds);
        agreements = List.copyOf(agreements);
    }

    /**
     * Asks each side each question, question by question, so that whatever else the machine does is shared fairly. A first question that
     * is not counted lets each side load what it needs.
     *
     * @param nanos tells the time, as {@link System#nanoTime()} does
     */
    public static Comparison of(List<RecallQuery> queries, List<Side> sides, LongSupplier nanos, Progress progress) {
        List<List<Answer>> answers =
                sides.stream().<List<Answer>>map(side -> new ArrayList<>()).toList();
        queries.stream().limit(1).forEach(query -> sides.forEach(side -> answer(side, query, nanos)));
        for (int at = 0; at < queries.size(); at++) {
            for (int side = 0; side < sides.size(); side++) {
                answers.get(side).add(answer(sides.get(side), queries.get(at), nanos));
            }
            progress.at(at + 1L, queries.size());
        }
        return of(queries, sides, answers);
    }

    private static Comparison of(List<RecallQuery> queries, List<Side> sides, List<List<Answer>> answers) {
        List<Speed> speeds = new ArrayList<>();
        List<Agreement> agreements = new ArrayList<>();
        for (int one = 0; one < sides.size(); one++) {
            speeds.add(Speed.of(sides.get(one).name(), answers.get(one)));
            for (int other = one + 1; other < sides.size(); other++) {
                agreements.add(Agreement.of(
                        queries,
                        new Agreement.Asked(sides.get(one).name(), answers.get(one)),
                        new Agreement.Asked(sides.get(other).name(), answers.get(other))));
            }
        }
        return new Comparison(speeds, agreements);
    }

    private static Answer answer(Side side, RecallQuery query, LongSupplier nanos) {
        long begun = nanos.getAsLong();
        List<Recollection> found = side.recall().apply(query);
        return new Answer(found, nanos.getAsLong() - begun);
    }
}
