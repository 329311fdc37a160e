package io.personaagent.persona;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version as derived records and back: one that stays whatever is forgotten, and one for its cause where that speaks of episodes. Some
 * attributes are missing in records that an older program wrote.
 */
final class VersionRecord {

    private static final String VERSION = "version";
    private static final String CAUSE = "cause";

    private VersionRecord() {}

    static RecordKey key(int number) {
        return new RecordKey(VERSION, "%08d".formatted(number));
    }

    static RecordKey causeKey(int number) {
        return new RecordKey(CAUSE, "%08d".formatted(number));
    }

    /** The highest number in an id such as s12 that was given until then; 0 for a record of an older program. */
    static int numbered(DerivedRecord version) {
        return Integer.parseInt(version.attributes().getOrDefault("numbered", "0"));
    }

    /** @param numbered the highest number that was given until then: it is given once, even if its statement is forgotten */
    static List<DerivedRecord> of(PersonaVersion version, List<StatementPlace> places, int numbered) {
        Cause cause = version.cause();
        DerivedRecord stays = DerivedRecord.of(key(version.number()), "", Set.of())
                .with("created", version.created().toString())
                .with("origin", cause.origin().name())
                .with("numbered", Integer.toString(numbered))
                .with("statements", places.stream().map(Object::toString).collect(Collectors.joining(" ")));
        if (cause.evidence().isEmpty()) {
            return List.of(said(stays, cause));
        }
        return List.of(stays, said(DerivedRecord.of(causeKey(version.number()), "", cause.evidence()), cause));
    }

    /** The record with what the cause says. */
    static DerivedRecord said(DerivedRecord record, Cause cause) {
        return record.with("reason", cause.reason()).with("decision", cause.decision());
    }

    /** Where its statements are; empty for a record of an older program, which does not say. */
    static Optional<List<StatementPlace>> places(DerivedRecord version) {
        return Optional.ofNullable(version.attributes().get("statements")).map(places -> Stream.of(places.split(" "))
                .filter(place -> !place.isEmpty())
                .map(StatementPlace::parse)
                .toList());
    }

    static Instant created(DerivedRecord version) {
        return Instant.parse(version.attribute("created"));
    }

    /**
     * Why it came to be.
     *
     * @param apart the record of its cause, if there is one
     */
    static Cause cause(DerivedRecord version, Optional<DerivedRecord> apart) {
        Origin origin = Origin.valueOf(version.attributes().getOrDefault("origin", Origin.TEMPLATE.name()));
        return Stream.concat(Stream.of(version), apart.stream())
                .filter(record -> record.attributes().containsKey("reason"))
                .map(record ->
                        new Cause(origin, record.attribute("reason"), record.attribute("decision"), record.evidence()))
                .findFirst()
                .orElseGet(() -> Cause.of(origin, Cause.GONE));
    }
}
