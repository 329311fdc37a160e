package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.full;
import static io.personaagent.memory.contract.TestEpisodes.several;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each {@code version-N.db} among the test resources holds. Each was written by the program of its day and is kept for ever; {@link
 * #main} writes one of today's.
 */
final class Fixture {

    private static final RecordKey FIRST = new RecordKey("turn", "r0");

    private Fixture() {}

    /** Takes the folder of the users. */
    public static void main(String[] arguments) {
        try (UserStore store = new SqliteStores(Path.of(arguments[0]), CLOCK).open(ADA)) {
            write(store);
        }
    }

    static void write(UserStore store) {
        store.episodes().append(full("e1"));
        store.episodes().appendAll(several("s", 30));
        store.episodes().add(new EpisodeId("s-3"), Feedback.corrected("no, number three", NOON));
        List<DerivedRecord> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(new DerivedRecord(
                    new RecordKey("turn", "r" + i),
                    "green tea number " + i,
                    Map.of("session", "s1"),
                    Set.of(new EpisodeId("s-" + i)),
                    Vector.of("model", new float[] {1, i, -i, 0.5f})));
        }
        Link link = new Link(FIRST, new RecordKey("turn", "r1"), "next", 0.25, Set.of(new EpisodeId("e1")));
        store.records("owner").applyIf(0, 20, Changes.put(records).linking(List.of(link)));
        store.shelf("notes").put("key", "value");
    }

    /** Everything that the store tells. */
    static List<Object> told(UserStore store) {
        return List.of(
                store.episodes().after(0, 1000),
                store.records("owner").list("turn", "", 1000),
                store.records("owner").links(FIRST),
                store.records("owner").cursor(),
                store.records("owner").nearest("turn", Vector.of("model", new float[] {1, 3, -3, 0.5f}), 5),
                store.records("owner").matching("turn", "green tea", 5),
                store.shelf("notes").all(""));
    }
}
