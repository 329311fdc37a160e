package io.personaagent.persona;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A statement as a derived record and back. Some attributes are missing in records that an older program wrote. */
final class StatementRecord {

    private StatementRecord() {}

    /** One that goes when any of these episodes is forgotten. */
    static DerivedRecord of(RecordKey key, Statement statement, Set<EpisodeId> evidence) {
        Support support = statement.support();
        return DerivedRecord.of(key, statement.text(), evidence)
                .with("id", statement.id())
                .with("kind", statement.kind().name())
                .with("polarity", statement.polarity().name())
                .with("strength", Double.toString(statement.strength()))
                .with("confidence", Double.toString(support.confidence()))
                .with("created", support.created().toString())
                .with("confirmed", support.confirmed().toString())
                .with("since", Integer.toString(statement.version()))
                .with("pinned", Boolean.toString(statement.pinned()));
    }

    /** One whose {@code since} is not said came with the version of its record. */
    static Statement read(DerivedRecord record, int version) {
        Meaning meaning = new Meaning(
                record.text(),
                Statement.Kind.valueOf(record.attribute("kind")),
                Statement.Polarity.valueOf(record.attributes().getOrDefault("polarity", "NEUTRAL")),
                Double.parseDouble(record.attributes().getOrDefault("strength", "1")));
        Support support = new Support(
                Double.parseDouble(record.attribute("confidence")),
                record.evidence(),
                Instant.parse(record.attribute("created")),
                Instant.parse(record.attribute("confirmed")));
        Standing standing = new Standing(
                Integer.parseInt(record.attributes().getOrDefault("since", Integer.toString(version))),
                Boolean.parseBoolean(record.attribute("pinned")));
        return new Statement(record.attribute("id"), meaning, support, standing);
    }

    /** The same, resting on these as well. */
    static Statement joined(Statement statement, Set<EpisodeId> more) {
        Support support = statement.support();
        Set<EpisodeId> evidence = new TreeSet<>(support.evidence());
        evidence.addAll(more);
        return statement.with(new Support(support.confidence(), evidence, support.created(), support.confirmed()));
    }
}
