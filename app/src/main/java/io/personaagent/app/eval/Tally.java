package io.personaagent.app.eval;

import io.personaagent.app.eval.contest.Contestant;
import io.personaagent.app.eval.metric.Means;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One contestant's results as they come in. Not thread-safe. */
final class Tally {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Contestant contestant;
    private final Means all = new Means();
    private final Map<String, Means> byCategory = new TreeMap<>();
    private final List<Double> milliseconds = new ArrayList<>();
    private double contextTokens;
    private long modelCalls;
    private long modelTokens;

    Tally(Contestant contestant) {
        this.contestant = contestant;
    }

    Contestant contestant() {
        return contestant;
    }

    void judged(Map<String, Double> values, List<String> categories) {
        all.add(values);
        categories.forEach(
                name -> byCategory.computeIfAbsent(name, first -> new Means()).add(values));
    }

    /** @param context what a planner would be shown */
    void recalled(Duration took, List<String> context) {
        milliseconds.add(took.toNanos() / 1e6);
        contextTokens += context.stream().mapToDouble(Tally::tokens).sum();
    }

    void absorbed(long calls, long tokens) {
        modelCalls += calls;
        modelTokens += tokens;
    }

    Report report() {
        Map<String, Report.Scores> categories = new LinkedHashMap<>();
        byCategory.forEach((name, means) -> categories.put(name, scores(means)));
        double mean = milliseconds.isEmpty() ? 0 : contextTokens / milliseconds.size();
        return new Report(
                contestant.name(),
                scores(all),
                categories,
                new Report.Cost(Report.Latency.of(milliseconds), mean, modelCalls, modelTokens));
    }

    /** A quarter of the ASCII characters, and each other character: near enough for words in Latin and in Han script. */
    static double tokens(String text) {
        long ascii = text.chars().filter(character -> character < 0x80).count();
        return (double) ascii / CHARACTERS_PER_TOKEN + text.length() - ascii;
    }

    private static Report.Scores scores(Means means) {
        return new Report.Scores(means.questions(), means.values());
    }
}
