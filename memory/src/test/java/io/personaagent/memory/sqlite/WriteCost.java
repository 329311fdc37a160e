package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.contract.Threads;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.json.EpisodeBody;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an acknowledged write to the log costs beside a bare SQLite commit of the same bytes under the same settings, and what many
 * threads reach on one person. The three take turns, a few writes each, so that a disk that changes its pace is fair to all. Run by hand:
 * {@code WriteCost FOLDER [rounds]}.
 */
final class WriteCost {

    private static final int THREADS = 16;
    private static final int WRITES = 50;

    private final List<Double> costs = new ArrayList<>();
    private final List<Double> gains = new ArrayList<>();
    private double bareSeconds;
    private double logSeconds;
    private double togetherSeconds;
    private int next;

    private interface Turn {
        void run() throws Exception;
    }

    private WriteCost() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "write-cost");
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        new WriteCost().measure(folder, 1 + rounds / 10);
        WriteCost measured = new WriteCost();
        measured.measure(folder, rounds);
        measured.print(rounds);
    }

    private void measure(Path folder, int rounds) throws Exception {
        Path stores = Files.createTempDirectory(folder, "stores");
        SqliteStores all = new SqliteStores(stores, TestEpisodes.CLOCK);
        try (Handle bare = new Connector(stores.resolve("bare.db"), Duration.ofSeconds(5)).writer();
                UserStore one = all.open(new UserId("one"));
                UserStore many = all.open(new UserId("many"))) {
            bare.script(
                    "CREATE TABLE bare (position INTEGER PRIMARY KEY, happened INTEGER NOT NULL, recorded INTEGER NOT NULL,"
                            + " id TEXT NOT NULL, session TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT");
            for (int round = 0; round < rounds; round++) {
                double bareTook = seconds(() -> inBare(bare));
                double logTook = seconds(() -> inTheLog(one));
                double togetherTook = seconds(() -> byManyThreads(many));
                bareSeconds += bareTook;
                logSeconds += logTook;
                togetherSeconds += togetherTook;
                costs.add(logTook / bareTook);
                gains.add(logTook / togetherTook * THREADS);
                next += WRITES;
            }
        }
    }

    private void print(int rounds) {
        double writes = (double) rounds * WRITES;
        System.out.printf(
                "bare %.0f/s, log %.0f/s: a write costs %.2f times a bare commit (median of the rounds %.2f)%n",
                writes / bareSeconds, writes / logSeconds, logSeconds / bareSeconds, median(costs));
        System.out.printf(
                "%d threads %.0f/s: %.2f times one thread (median of the rounds %.2f)%n",
                THREADS, writes * THREADS / togetherSeconds, logSeconds / togetherSeconds * THREADS, median(gains));
    }

    private void inBare(Handle bare) throws SQLException {
        for (int i = next; i < next + WRITES; i++) {
            Episode episode = episode("e", i);
            bare.run("BEGIN IMMEDIATE");
            bare.run(
                    "INSERT INTO bare (happened, recorded, id, session, body, hash) VALUES (?, ?, ?, ?, ?, ?)",
                    episode.occasion().happened().toEpochMilli(),
                    episode.occasion().recorded().toEpochMilli(),
                    episode.id().value(),
                    episode.occasion().session(),
                    EpisodeBody.of(episode),
                    "0".repeat(64));
            bare.run("COMMIT");
        }
    }

    private void inTheLog(UserStore store) {
        for (int i = next; i < next + WRITES; i++) {
            store.episodes().append(episode("e", i));
        }
    }

    private void byManyThreads(UserStore store) throws Exception {
        Threads.run(THREADS, thread -> {
            for (int i = next; i < next + WRITES; i++) {
                store.episodes().append(episode("t%d-".formatted(thread), i));
            }
            return true;
        });
    }

    private static Episode episode(String prefix, int number) {
        return TestEpisodes.said(
                prefix + number,
                "Number %d: I had bread and butter, and then we went to the lake. "
                        .formatted(number)
                        .repeat(4));
    }

    private static double seconds(Turn turn) throws Exception {
        long begun = System.nanoTime();
        turn.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
