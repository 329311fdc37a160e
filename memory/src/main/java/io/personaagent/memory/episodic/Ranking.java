package io.personaagent.memory.episodic;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Score;
import io.personaagent.memory.text.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fuses the channels: the sum of the scaled scores, a share of the neighbours' sums and of the question before; then times whether the
 * question is about who said it, what kind it is, how much there is in it, and how recent.
 */
final class Ranking {

    /** Who speaks where no speaker is named. */
    private static final String THE_PERSON = "";

    private final List<Channel> channels;
    private final Map<String, Turn> turns;
    private final Set<String> meant;
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
        this.meant = meant(turns.values(), terms);
        this.now = now;
        this.times = times;
    }

    /**
     * A turn with its score.
     *
     * @param factors what made the total, besides the channels
     */
    record Ranked(Turn turn, double total, List<Score.Part> factors) {}

    List<Ranked> bestFirst() {
        Map<String, Double> sums = new HashMap<>(Channel.fused(channels));
        sums.keySet().retainAll(turns.keySet());
        Map<String, Double> neighbours = Tuning.NEIGHBOURS.gains(sums, before(sums.keySet()));
        Map<String, Double> answers = Tuning.ANSWERS.gains(sums, justBefore(sums.keySet()), asking(sums.keySet()));
        return sums.keySet().stream()
                .map(id -> ranked(
                        turn(id),
                        sums.getOrDefault(id, 0.0),
                        neighbours.getOrDefault(id, 0.0),
                        answers.getOrDefault(id, 0.0)))
                .sorted(Comparator.comparingDouble(Ranked::total).reversed().thenComparing(ranked -> ranked.turn()
                        .id()))
                .toList();
    }

    private Map<String, List<String>> before(Set<String> ids) {
        Map<String, List<String>> before = new HashMap<>();
        ids.forEach(id -> before.put(id, turn(id).before()));
        return before;
    }

    private Map<String, String> justBefore(Set<String> ids) {
        Map<String, String> justBefore = new HashMap<>();
        ids.forEach(id -> turn(id).before().stream().findFirst().ifPresent(before -> justBefore.put(id, before)));
        return justBefore;
    }

    /** What others ask. What follows the person's own question is somebody else's answer, often the agent's, and no word about them. */
    private Set<String> asking(Set<String> ids) {
        return ids.stream()
                .filter(id -> turn(id).asks() && !turn(id).speaker().equals(THE_PERSON))
                .collect(Collectors.toSet());
    }

    private Ranked ranked(Turn turn, double sum, double neighbours, double answers) {
        double speaker = meant.contains(turn.speaker()) ? Tuning.SPEAKER : 1;
        double kind = kind(turn);
        double substance = Tuning.SUBSTANCE.factor(turn.terms());
        double recency = Tuning.RECENCY.factor(turn.when(), now);
        double time = times.nearness(turn);
        List<Score.Part> factors = List.of(
                new Score.Part("neighbours", neighbours, 0),
                new Score.Part("answers", answers, 0),
                new Score.Part("speaker", speaker, 0),
                new Score.Part("kind", kind, 0),
                new Score.Part("substance", substance, 0),
                new Score.Part("recency", recency, 0),
                new Score.Part("time", time, 0));
        double told = (sum + neighbours + answers) * speaker * kind * substance;
        return new Ranked(turn, told * recency * (1 + Tuning.NAMED_TIME * time), factors);
    }

    /** All that explains a total: the channels first. */
    List<Score.Part> parts(Ranked ranked) {
        List<Score.Part> parts = new ArrayList<>();
        channels.forEach(channel -> parts.add(channel.part(ranked.turn().id())));
        parts.addAll(ranked.factors());
        return parts;
    }

    /** Whom the question is about: the speakers whom it names, and where it names none the person themself. */
    private static Set<String> meant(Collection<Turn> turns, Set<String> terms) {
        Set<String> named = turns.stream()
                .map(Turn::speaker)
                .distinct()
                .filter(speaker -> isNamed(Terms.of(speaker), terms))
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of(THE_PERSON) : named;
    }

    private static boolean isNamed(List<String> name, Set<String> terms) {
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
