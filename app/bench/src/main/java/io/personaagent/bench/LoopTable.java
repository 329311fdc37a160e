package io.personaagent.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Measures {@link Loop} and prints it as a table; {@code -Dbench.seconds=10} says for how long each. */
public final class LoopTable {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);

    private LoopTable() {}

    /** Runs all, in processes of their own, one after the other. */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.Loop\\.")
                        .forks(Integer.getInteger("bench.forks", 1))
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(SECONDS))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(SECONDS))
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<String, Statistics> found = new TreeMap<>();
        results.forEach(result -> found.put(
                result.getPrimaryResult().getLabel(), result.getPrimaryResult().getStatistics()));
        say("| one turn | samples | p50 | p95 | p50 : bare commit |");
        say("|---|---|---|---|---|");
        double bare = found.get("bareCommit").getPercentile(50);
        row("one append to the log", found.get("bareCommit"), bare);
        row("PersonaAgent, one tool call", found.get("turnWithTool"), bare);
        row("PersonaAgent, no tool call", found.get("turnWithoutTool"), bare);
        row("PersonaAgent, one tool call, recall by words", found.get("turnWithRecall"), bare);
        row("AiServices, one tool call, kept in memory", found.get("aiServices"), bare);
        row("AiServices, one tool call, kept on the disk", found.get("aiServicesDurable"), bare);
    }

    private static void row(String name, Statistics took, double bare) {
        say(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f ms | %.3f ms | %.2f |",
                name,
                took.getN(),
                took.getPercentile(50) / 1000,
                took.getPercentile(95) / 1000,
                took.getPercentile(50) / bare));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
