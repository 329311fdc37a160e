package io.personaagent.memory.locomo;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.RecallQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Measures how much of the evidence stands among the first recollections. */
final class LocomoRecall {

    static final List<Integer> CUTS = List.of(5, 10, 25, 50);

    private static final int ALL = 0;

    private final Map<Integer, List<Map<Integer, Double>>> byCategory = new TreeMap<>();
    private final List<Long> nanos = new ArrayList<>();

    /** Asks all questions that have evidence, on the day after the last turn. */
    void ask(MemoryBackend backend, LocomoEpisodes.Conversation conversation) {
        List<Episode> episodes = conversation.episodes();
        Instant now = episodes.get(episodes.size() - 1).occasion().happened().plus(Duration.ofDays(1));
        for (LocomoEpisodes.Question question : conversation.questions()) {
            if (!question.evidence().isEmpty()) {
                long start = System.nanoTime();
                Set<EpisodeId> found = new LinkedHashSet<>();
                backend.recall(RecallQuery.about(question.text(), now).limit(50))
                        .forEach(each -> found.addAll(each.source().evidence()));
                nanos.add(System.nanoTime() - start);
                note(question, List.copyOf(found));
            }
        }
    }

    private void note(LocomoEpisodes.Question question, List<EpisodeId> found) {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        for (int cut : CUTS) {
            Set<EpisodeId> top = new LinkedHashSet<>(found.subList(0, Math.min(cut, found.size())));
            top.retainAll(question.evidence());
            shares.put(cut, (double) top.size() / question.evidence().size());
        }
        byCategory.computeIfAbsent(ALL, all -> new ArrayList<>()).add(shares);
        byCategory
                .computeIfAbsent(question.category(), category -> new ArrayList<>())
                .add(shares);
    }

    /** The mean share of the evidence among the first. */
    double at(int cut) {
        return mean(byCategory.getOrDefault(ALL, List.of()), cut);
    }

    private static double mean(List<Map<Integer, Double>> shares, int cut) {
        return shares.stream()
                .mapToDouble(each -> each.getOrDefault(cut, 0.0))
                .average()
                .orElse(0);
    }

    /** A table: one row for all and one for each category. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("category  questions  @5    @10   @25   @50%n".formatted());
        byCategory.forEach((category, shares) -> {
            table.append("%-9s %9d".formatted(category == ALL ? "all" : String.valueOf(category), shares.size()));
            CUTS.forEach(cut -> table.append("  %.3f".formatted(mean(shares, cut))));
            table.append(System.lineSeparator());
        });
        List<Long> sorted = nanos.stream().sorted().toList();
        return table.append("recall p50 %.1f ms, p95 %.1f ms"
                        .formatted(sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 95 / 100) / 1e6))
                .toString();
    }
}
