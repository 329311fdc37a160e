package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A process of its own that appends episodes by several threads, each with a record, and prints the id once it holds the receipt. The first thread
 * also derives a record of each episode, and prints {@code cursor N} once the cursor stands there.
 */
final class Appender {

    private final UserStore store;
    private final RecordStore records;

    private Appender(UserStore store) {
        this.store = store;
        this.records = store.records("kill");
    }

    /** Takes the folder of the users, what its ids begin with, how many threads, and how many episodes each writes. */
    public static void main(String[] arguments) throws InterruptedException {
        int threads = Integer.parseInt(arguments[2]);
        int number = Integer.parseInt(arguments[3]);
        try (UserStore store = new SqliteStores(Path.of(arguments[0]), TestEpisodes.CLOCK).open(TestEpisodes.ADA)) {
            System.out.println("ready");
            Appender appender = new Appender(store);
            List<Thread> others = IntStream.range(1, threads)
                    .mapToObj(thread -> new Thread(() -> appender.append(prefix(arguments[1], thread), number)))
                    .toList();
            others.forEach(Thread::start);
            appender.appendAndDerive(prefix(arguments[1], 0), number);
            for (Thread other : others) {
                other.join();
            }
        }
    }

    static String prefix(String process, int thread) {
        return "%s%d-".formatted(process, thread);
    }

    static Episode episode(String prefix, int number) {
        return TestEpisodes.said(prefix + number, "This is number %d. ".formatted(number) + "tea ".repeat(number % 50));
    }

    private void append(String prefix, int number) {
        for (int i = 0; i < number; i++) {
            one(prefix, i);
        }
    }

    private void appendAndDerive(String prefix, int number) {
        for (int i = 0; i < number; i++) {
            one(prefix, i);
            derive();
        }
    }

    private void one(String prefix, int number) {
        EpisodeId id = new EpisodeId(prefix + number);
        Episode episode = episode(prefix, number);
        store.append(episode, "beside", Changes.put(record(episode)));
        System.out.println(id);
        store.episodes().add(id, Feedback.good(TestEpisodes.NOON));
    }

    private void derive() {
        long from = records.cursor();
        List<LogEntry> entries = store.episodes().after(from, 100);
        if (entries.isEmpty()) {
            return;
        }
        long to = entries.get(entries.size() - 1).position();
        // An episode with feedback has two entries.
        Map<EpisodeId, DerivedRecord> derived = new LinkedHashMap<>();
        entries.forEach(entry -> derived.put(entry.episode().id(), record(entry.episode())));
        if (records.deriveIf(from, to, Changes.put(List.copyOf(derived.values())))) {
            System.out.println("cursor " + to);
        }
    }

    private static DerivedRecord record(Episode episode) {
        return DerivedRecord.of(
                new RecordKey("turn", episode.id().value()), episode.exchange().query(), Set.of(episode.id()));
    }
}
