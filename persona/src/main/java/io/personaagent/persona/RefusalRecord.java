package io.personaagent.persona;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A refusal as a derived record and back. */
final class RefusalRecord {

    static final String KIND = "refusal";

    private RefusalRecord() {}

    /** Named by what it says, so that the same one is there once. */
    static DerivedRecord of(Refusal refusal) {
        Cause cause = refusal.cause();
        String said = "%d %s %s".formatted(refusal.version(), refusal.refused(), cause);
        RecordKey key = new RecordKey(
                KIND,
                UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString());
        return VersionRecord.said(DerivedRecord.of(key, "", cause.evidence()), cause)
                .with("origin", cause.origin().name())
                .with("version", Integer.toString(refusal.version()))
                .with("refused", refusal.refused().toString());
    }

    static Refusal read(DerivedRecord record) {
        Cause cause = new Cause(
                Origin.valueOf(record.attribute("origin")),
                record.attribute("reason"),
                record.attribute("decision"),
                record.evidence());
        return new Refusal(
                Integer.parseInt(record.attribute("version")), Instant.parse(record.attribute("refused")), cause);
    }
}
