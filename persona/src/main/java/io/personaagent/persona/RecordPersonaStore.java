package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps personas as derived records: one for each version and one for each statement of it, with the statement's evidence. So
 * forgetting an episode takes every statement that rests on it out of every version, and the store's cursor is the latest version.
 */
public final class RecordPersonaStore implements PersonaStore {

    /** The owner under which the records stand. */
    public static final String OWNER = "persona";

    private static final String VERSION = "version";
    private static final String STATEMENT = "statement";

    private final RecordStore records;
    private final String rules;

    /**
     * @param records the records of {@link #OWNER}
     * @param rules the fixed rules; they are the program's and are not stored
     */
    public RecordPersonaStore(RecordStore records, String rules) {
        this.records = requireNonNull(records, "records");
        this.rules = requireNonNull(rules, "rules");
    }

    @Override
    public Optional<PersonaVersion> latest() {
        return find((int) records.cursor());
    }

    @Override
    public Optional<PersonaVersion> find(int number) {
        return records.find(versionKey(number))
                .map(record -> new PersonaVersion(
                        new Persona(number, rules, statements(number)),
                        Instant.parse(record.attribute("created")),
                        record.attribute("reason")));
    }

    @Override
    public List<PersonaVersion> history() {
        List<PersonaVersion> versions = new ArrayList<>();
        for (int number = (int) records.cursor(); number > 0; number--) {
            find(number).ifPresent(versions::add);
        }
        return versions;
    }

    @Override
    public boolean append(PersonaVersion next) {
        List<DerivedRecord> written = new ArrayList<>();
        written.add(DerivedRecord.of(versionKey(next.number()), "", Set.of())
                .with("created", next.created().toString())
                .with("reason", next.reason()));
        List<Statement> statements = next.persona().statements();
        for (int place = 0; place < statements.size(); place++) {
            written.add(StatementRecord.of(statementKey(next.number(), place), statements.get(place)));
        }
        return records.applyIf(next.number() - 1L, next.number(), Changes.put(written));
    }

    private List<Statement> statements(int number) {
        String before = "%08d.".formatted(number);
        return records.list(STATEMENT, before, 1000).stream()
                .filter(record -> record.key().id().startsWith(before))
                .map(StatementRecord::read)
                .toList();
    }

    private static RecordKey versionKey(int number) {
        return new RecordKey(VERSION, "%08d".formatted(number));
    }

    private static RecordKey statementKey(int number, int place) {
        return new RecordKey(STATEMENT, "%08d.%04d".formatted(number, place));
    }
}
