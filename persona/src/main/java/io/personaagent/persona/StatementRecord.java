package io.personaagent.persona;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import java.time.Instant;

/** A statement as a derived record and back. */
final class StatementRecord {

    private StatementRecord() {}

    static DerivedRecord of(RecordKey key, Statement statement) {
        Support support = statement.support();
        return DerivedRecord.of(key, statement.text(), support.evidence())
                .with("id", statement.id())
                .with("kind", statement.kind().name())
                .with("confidence", Double.toString(support.confidence()))
                .with("created", support.created().toString())
                .with("confirmed", support.confirmed().toString());
    }

    static Statement read(DerivedRecord record) {
        Support support = new Support(
                Double.parseDouble(record.attribute("confidence")),
                record.evidence(),
                Instant.parse(record.attribute("created")),
                Instant.parse(record.attribute("confirmed")));
        return new Statement(
                record.attribute("id"), record.text(), Statement.Kind.valueOf(record.attribute("kind")), support);
    }
}
