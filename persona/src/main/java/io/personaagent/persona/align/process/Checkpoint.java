package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an alignment that goes on is, and what it has cost so far.
 *
 * @param stages what each stage has cost
 * @param took from its beginning, without the time in which nobody was at it
 * @param noted when that was written down
 */
record Checkpoint(Title title, Map<Meter.Stage, Spent> stages, Duration took, Instant noted) {

    private static final RecordKey KEY = new RecordKey("checkpoint", "checkpoint");

    /**
     * Which alignment it is.
     *
     * @param fingerprint of all that must still be the same for it to be gone on with
     * @param persona the version in force when it began
     * @param planned the calls that were told beforehand
     */
    record Title(String fingerprint, int persona, long planned) {
        Title {
            requireNonNull(fingerprint, "fingerprint");
        }
    }

    Checkpoint {
        requireNonNull(title, "title");
        stages = Map.copyOf(stages);
        requireNonNull(took, "took");
        requireNonNull(noted, "noted");
    }

    static Optional<Checkpoint> find(RecordReader records) {
        return records.find(KEY).map(Checkpoint::read);
    }

    Unfinished unfinished() {
        Spent all = stages.values().stream().reduce(Spent.NOTHING, Spent::and);
        return new Unfinished(title.persona(), title.planned(), all.calls(), all.tokens(), noted);
    }

    /** Goes when any of these episodes is forgotten. */
    DerivedRecord record(Set<EpisodeId> evidence) {
        DerivedRecord record = DerivedRecord.of(KEY, "", evidence)
                .with("fingerprint", title.fingerprint())
                .with("persona", Integer.toString(title.persona()))
                .with("planned", Long.toString(title.planned()))
                .with("took", took.toString())
                .with("noted", noted.toString());
        for (Map.Entry<Meter.Stage, Spent> stage : stages.entrySet()) {
            Spent spent = stage.getValue();
            record = record.with(
                    stage.getKey().name(), "%d %d %d".formatted(spent.calls(), spent.input(), spent.output()));
        }
        return record;
    }

    private static Checkpoint read(DerivedRecord record) {
        Map<Meter.Stage, Spent> stages = new EnumMap<>(Meter.Stage.class);
        for (Meter.Stage stage : Meter.Stage.values()) {
            String spent = record.attribute(stage.name());
            if (!spent.isEmpty()) {
                stages.put(stage, spent(spent.split(" ")));
            }
        }
        Title title = new Title(
                record.attribute("fingerprint"),
                Integer.parseInt(record.attribute("persona")),
                Long.parseLong(record.attribute("planned")));
        return new Checkpoint(
                title, stages, Duration.parse(record.attribute("took")), Instant.parse(record.attribute("noted")));
    }

    private static Spent spent(String[] numbers) {
        return new Spent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
