package io.personaagent.memory.episodic;

import io.personaagent.memory.rank.Diversity;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what says nearly the same as something better behind what says something else. */
final class Repeats {

    /** Behind these nobody reads closely, and the work grows with the square. */
    static final int MOST = 50;

    /** Two texts on the same matter are as near as this, also when they say different things. */
    private static final double SAME_MATTER = 0.9;

    /** Little, because the ranking already tells good from better. */
    private static final double BALANCE = 0.9;

    private Repeats() {}

    static List<Ranking.Ranked> behind(List<Ranking.Ranked> bestFirst) {
        List<Ranking.Ranked> first = bestFirst.subList(0, Math.min(MOST, bestFirst.size()));
        if (first.isEmpty() || first.get(0).total() <= 0) {
            return bestFirst;
        }
        Map<Integer, Double> scores = new LinkedHashMap<>();
        for (int place = 0; place < first.size(); place++) {
            scores.put(place, first.get(place).total() / first.get(0).total());
        }
        List<Ranking.Ranked> all = new ArrayList<>();
        Diversity.chosen(scores, (one, other) -> sameness(first.get(one), first.get(other)), BALANCE, MOST)
                .forEach(place -> all.add(first.get(place)));
        all.addAll(bestFirst.subList(first.size(), bestFirst.size()));
        return all;
    }

    private static double sameness(Ranking.Ranked one, Ranking.Ranked other) {
        Vector here = one.turn().record().vector();
        Vector there = other.turn().record().vector();
        if (here.isNone() || !here.model().equals(there.model())) {
            return 0;
        }
        return Math.max(0, (here.cosine(there) - SAME_MATTER) / (1 - SAME_MATTER));
    }
}
