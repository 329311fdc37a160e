package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;
import java.util.Set;

/** A process of its own that appends episodes and prints the id of each once it holds the receipt. */
final class Appender {

    private Appender() {}

    /** Takes the folder of the users, what its ids begin with, the first number, and how many. */
    public static void main(String[] arguments) {
        int first = Integer.parseInt(arguments[2]);
        int end = first + Integer.parseInt(arguments[3]);
        try (UserStore store = new SqliteStores(Path.of(arguments[0]), TestEpisodes.CLOCK).open(TestEpisodes.ADA)) {
            System.out.println("ready");
            for (int i = first; i < end; i++) {
                EpisodeId id = new EpisodeId(arguments[1] + i);
                store.episodes().append(episode(arguments[1], i));
                System.out.println(id);
                store.episodes().add(id, Feedback.good(TestEpisodes.NOON));
                store.records("kill")
                        .apply(Changes.put(DerivedRecord.of(
                                new RecordKey("turn", id.value()), "number " + i + " tea", Set.of(id))));
            }
        }
    }

    static Episode episode(String prefix, int number) {
        return TestEpisodes.said(prefix + number, "This is number %d. ".formatted(number) + "tea ".repeat(number % 50));
    }
}
