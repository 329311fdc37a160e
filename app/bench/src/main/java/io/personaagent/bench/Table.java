package io.personaagent.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything and prints it as tables. {@code -Dbench.sizes=1000,10000} says how many memories, {@code -Dbench.peers=100000} up to
 * which size the peers are measured, whose vectors all have to fit into memory, and {@code -Dbench.seconds=10} for how long.
 */
public final class Table {

    private static final String SIZES = System.getProperty("bench.sizes", "1000,10000,100000");
    private static final int MOST_OF_PEERS = Integer.getInteger("bench.peers", 100_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);

    private final Map<String, RunResult> results = new TreeMap<>();

    private Table() {}

    /** Runs all, in processes of their own. */
    public static void main(String[] arguments) throws RunnerException {
        Table table = new Table();
        String[] sizes = SIZES.split(",", -1);
        List<String> small = new ArrayList<>(List.of(sizes));
        small.removeIf(size -> Integer.parseInt(size) > MOST_OF_PEERS);
        table.run(options("Neighbours").param("size", sizes).param("store", "personaagent"));
        table.run(options("Neighbours")
                .param("size", small.toArray(String[]::new))
                .param("store", "langchain4j", "spring-ai"));
        table.run(options("Recall").param("size", sizes));
        table.run(options("Retain"));
        table.print(sizes);
    }

    private static ChainedOptionsBuilder options(String benchmark) {
        return new OptionsBuilder()
                .include("\\.%s\\.".formatted(benchmark))
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(SECONDS))
                .measurementIterations(1)
                .measurementTime(TimeValue.seconds(SECONDS))
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xmx6g");
    }

    private void run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> found = new Runner(options.build()).run();
        for (RunResult result : found) {
            String name = result.getPrimaryResult().getLabel();
            results.put("%s %s %s".formatted(name, parameter(result, "store"), parameter(result, "size")), result);
        }
    }

    private static String parameter(RunResult result, String name) {
        String value = result.getParams().getParam(name);
        return value == null ? "-" : value;
    }

    private void print(String[] sizes) {
        say(
                "| memories | ten nearest p50 / p99 | LangChain4j in memory p50 | Spring AI in memory p50 | recall@10 | heap per memory |");
        say("|---|---|---|---|---|---|");
        for (String size : sizes) {
            Quality quality = quality(Integer.parseInt(size));
            say("| %s | %s | %s | %s | %.3f | %.0f bytes |"
                    .formatted(
                            size,
                            both("nearest personaagent " + size),
                            peer("langchain4j", size),
                            peer("spring-ai", size),
                            quality.recallAt10(),
                            quality.bytesPerMemory()));
        }
        say("");
        say("| memories | recall without embedding p50 / p99 | embedding p50 | whole recall p50 | whole : embedding |");
        say("|---|---|---|---|---|");
        for (String size : sizes) {
            double embedding = at("embedding - " + size, 50);
            double whole = at("whole - " + size, 50);
            say("| %s | %s | %s | %s | %.1f |"
                    .formatted(size, both("hybrid - " + size), time(embedding), time(whole), whole / embedding));
        }
        say("");
        double bare = at("bareCommit - -", 50);
        double episode = at("episode - -", 50);
        say("An acknowledged episode takes %s, a bare SQLite commit %s: %.2f times."
                .formatted(time(episode), time(bare), episode / bare));
    }

    private static Quality quality(int size) {
        try (Life life = Life.of(size, new WordVectors().embedder())) {
            return Quality.of(life, size);
        }
    }

    private String both(String name) {
        return "%s / %s".formatted(time(at(name, 50)), time(at(name, 99)));
    }

    private String peer(String store, String size) {
        String name = "nearest %s %s".formatted(store, size);
        return results.containsKey(name)
                ? "%s (%.0f times)".formatted(time(at(name, 50)), at(name, 50) / at("nearest personaagent " + size, 50))
                : "not measured";
    }

    /** In microseconds. */
    private double at(String name, double percentile) {
        RunResult result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("there is no result '%s'; there are %s".formatted(name, results.keySet()));
        }
        return result.getPrimaryResult().getStatistics().getPercentile(percentile);
    }

    private static String time(double micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1000);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
