package io.personaagent.memory.episodic;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.rank.WeightedSum;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.text.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fuses the channels: the sum of the scaled scores, a share of the neighbours' sums, a bonus where the question names the speaker; then
 * times what kind it is and how recent.
 */
final class Ranking {

    private final List<Channel> channels;
    private final Map<String, Turn> turns;
    private final Set<String> terms;
    private final Instant now;
    private final Times times;

    /**
     * @param turns every turn that may be ranked, by id; what a channel found besides is left out
     * @param terms the question's
     * @param times that the question names
     */
    Ranking(List<Channel> channels, Map<String, Turn> turns, Set<String> terms, Instant now, Times times) {
        this.channels = channels;
        this.turns = turns;
        this.terms = terms;
        this.now = now;
        this.times = times;
    }

    /** A turn with its score, of which the parts explain the total. */
    record Ranked(Turn turn, double total, List<Score.Part> parts) {}

    List<Ranked> bestFirst() {
        Map<String, Double> sums = new HashMap<>(WeightedSum.of(channels.stream()
                .map(channel -> new WeightedSum.Weighted<>(channel.scaled(), 1))
                .toList()));
        sums.keySet().retainAll(turns.keySet());
        Map<String, List<String>> before = new HashMap<>();
        sums.keySet().forEach(id -> before.put(id, turn(id).before()));
        Map<String, Double> gains = Tuning.NEIGHBOURS.gains(sums, before);
        return sums.keySet().stream()
                .map(id -> ranked(turn(id), sums.getOrDefault(id, 0.0), gains.getOrDefault(id, 0.0)))
                .sorted(Comparator.comparingDouble(Ranked::total).reversed().thenComparing(ranked -> ranked.turn()
                        .id()))
                .toList();
    }

    private Ranked ranked(Turn turn, double sum, double neighbours) {
        double speaker = isNamed(turn.speaker()) ? Tuning.NAMED_SPEAKER : 0;
        double kind = kind(turn);
        double recency = Tuning.RECENCY.factor(turn.when(), now);
        double time = times.nearness(turn);
        List<Score.Part> parts = new ArrayList<>();
        channels.forEach(channel -> parts.add(channel.part(turn.id())));
        parts.add(new Score.Part("neighbours", neighbours, 0));
        parts.add(new Score.Part("speaker", speaker, 0));
        parts.add(new Score.Part("kind", kind, 0));
        parts.add(new Score.Part("recency", recency, 0));
        parts.add(new Score.Part("time", time, 0));
        return new Ranked(turn, (sum + neighbours + speaker) * kind * recency * (1 + Tuning.NAMED_TIME * time), parts);
    }

    private boolean isNamed(String speaker) {
        List<String> name = Terms.of(speaker);
        return !name.isEmpty() && terms.containsAll(name);
    }

    private static double kind(Turn turn) {
        return switch (turn.kind()) {
            case QUESTION -> Tuning.QUESTION;
            case CORRECTION -> Tuning.CORRECTION;
            case STATEMENT, DERIVED -> 1;
        };
    }

    private Turn turn(String id) {
        return requireNonNull(turns.get(id));
    }
}
