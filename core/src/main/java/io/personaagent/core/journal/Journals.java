package io.personaagent.core.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The journals of one person's latest turns: one record a turn, with the turn and every episode that it saw as evidence, so that
 * forgetting one of them takes the journal with it. Secrets are not in them. Thread-safe, as its records are.
 */
public final class Journals {

    private static final String KIND = "journal";
    private static final String AT = "at";
    private static final String STEPS = "steps";

    /** How many more than are to be kept there may be, so that not every turn looks for the oldest. */
    private static final int SLACK = 50;

    private final RecordStore records;
    private final int most;

    /**
     * Those that are kept in these records.
     *
     * @param most how many turns are kept, the newest ones; 0 for none
     */
    public Journals(RecordStore records, int most) {
        this.records = requireNonNull(records, "records");
        this.most = most;
    }

    /**
     * The journal as a record, to be written with what else is kept of the turn; none where none are kept.
     *
     * @param said the turn with all that was said in it; what is a secret there is one in the journal
     */
    public List<DerivedRecord> record(TurnJournal journal, Episode said) {
        if (most == 0) {
            return List.of();
        }
        ObjectNode node = JournalJson.object();
        node.set("basis", BasisJson.of(journal.basis()));
        node.set("entries", JournalJson.array(journal.entries(), JournalJson::of));
        node.set("undecided", JournalJson.array(journal.undecided(), JournalJson::of));
        Map<String, String> attributes = Map.of(
                AT, journal.at().toString(),
                STEPS, SafeEpisode.beside(said, node.toString()));
        return List.of(new DerivedRecord(key(journal.turn()), "", attributes, journal.evidence(), Vector.NONE));
    }

    /** Lets go of the oldest, where there are many more than are to be kept. */
    public void tidy() {
        long over = records.count(KIND) - most;
        if (over > SLACK) {
            records.apply(Changes.remove(records.list(KIND, "", Integer.MAX_VALUE).stream()
                    .sorted(Comparator.comparing(record -> record.attribute(AT)))
                    .limit(over)
                    .map(DerivedRecord::key)
                    .collect(Collectors.toList())));
        }
    }

    /** The journal of a turn; empty where none was kept, or it has gone with an episode that it saw. */
    public Optional<TurnJournal> find(EpisodeId turn) {
        return records.find(key(turn)).map(Journals::journal);
    }

    /** The newest ones, the newest first. */
    public List<TurnJournal> latest(int limit) {
        return records.list(KIND, "", Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing((DerivedRecord record) -> record.attribute(AT))
                        .thenComparing(DerivedRecord::key)
                        .reversed())
                .limit(limit)
                .map(Journals::journal)
                .toList();
    }

    private static RecordKey key(EpisodeId turn) {
        return new RecordKey(KIND, turn.value());
    }

    private static TurnJournal journal(DerivedRecord record) {
        JsonNode node = JournalJson.parsed(record.attribute(STEPS));
        return new TurnJournal(
                new EpisodeId(record.key().id()),
                Instant.parse(record.attribute(AT)),
                BasisJson.basis(node.path("basis")),
                JournalJson.list(node.path("entries"), JournalJson::entry),
                JournalJson.list(node.path("undecided"), JournalJson::asking));
    }
}
