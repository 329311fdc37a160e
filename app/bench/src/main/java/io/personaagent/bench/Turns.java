package io.personaagent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Measures turns of a person with and without an alignment beside them, in one process and in turns: each round has some of each kind, in an
 * order that is drawn. {@code -Dbench.rounds=60} says how many, {@code -Dbench.memories=500} how much is remembered.
 */
public final class Turns {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 60);
    private static final int WARMUP = Integer.getInteger("bench.warmup", 8);
    private static final int TURNS = 5;
    private static final int MEMORIES = Integer.getInteger("bench.memories", 500);
    private static final int DRAWINGS = 2_000;

    private final Map<Beside, List<List<Long>>> rounds = new EnumMap<>(Beside.class);

    private Turns() {}

    /** What is there beside a turn. */
    enum Beside {
        NOTHING("no background alignment"),
        WAITING("one that waits for labels"),
        ALIGNING("one that is going on, between turns only"),
        ALIGNING_ALWAYS("one that does not wait for turns to end");

        final String words;

        Beside(String words) {
            this.words = words;
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/lives"))), "turns");
        Turns turns = new Turns();
        Map<Beside, TalkingHome> homes = new EnumMap<>(Beside.class);
        for (Beside beside : Beside.values()) {
            homes.put(beside, new TalkingHome(folder.resolve(beside.name()), beside, MEMORIES));
        }
        List<Beside> order = new ArrayList<>(List.of(Beside.values()));
        Random random = new Random(1);
        for (int round = 0; round < WARMUP + ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Beside beside : order) {
                List<Long> took = homes.get(beside).turns(TURNS);
                if (round >= WARMUP) {
                    turns.rounds.computeIfAbsent(beside, any -> new ArrayList<>()).add(took);
                }
            }
        }
        turns.print(homes);
        homes.values().forEach(TalkingHome::close);
    }

    private void print(Map<Beside, TalkingHome> homes) {
        say("| beside the turn | turns | p50 | p95 | p50 : without (95 % interval) | alignments ended meanwhile |");
        say("|---|---|---|---|---|---|");
        for (Beside beside : Beside.values()) {
            List<Long> all = flat(rounds.get(beside));
            double[] interval = interval(beside);
            say(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f ms | %.2f ms | %.3f (%.3f to %.3f) | %d |",
                    beside.words,
                    all.size(),
                    at(all, 50),
                    at(all, 95),
                    at(all, 50) / at(flat(rounds.get(Beside.NOTHING)), 50),
                    interval[0],
                    interval[1],
                    homes.get(beside).steps()));
        }
    }

    /** By drawing rounds again, the same ones of both kinds. */
    private double[] interval(Beside beside) {
        Random random = new Random(2);
        List<Double> ratios = new ArrayList<>();
        for (int drawing = 0; drawing < DRAWINGS; drawing++) {
            List<List<Long>> with = new ArrayList<>();
            List<List<Long>> without = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                int drawn = random.nextInt(ROUNDS);
                with.add(rounds.get(beside).get(drawn));
                without.add(rounds.get(Beside.NOTHING).get(drawn));
            }
            ratios.add(at(flat(with), 50) / at(flat(without), 50));
        }
        Collections.sort(ratios);
        return new double[] {ratios.get(DRAWINGS / 40), ratios.get(DRAWINGS - DRAWINGS / 40 - 1)};
    }

    private static List<Long> flat(List<List<Long>> rounds) {
        return rounds.stream().flatMap(List::stream).toList();
    }

    /** In milliseconds. */
    private static double at(List<Long> nanos, int percentile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100)) / 1e6;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
