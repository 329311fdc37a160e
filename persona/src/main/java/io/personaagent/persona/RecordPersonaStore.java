package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps personas as derived records: for each version one that stays, one for its cause, and some for each statement that it has not
 * in common with the version before, with the statement's evidence. So forgetting episodes takes every statement that rests on them
 * alone out of every version, and the store's cursor is the latest version.
 */
public final class RecordPersonaStore implements PersonaStore {

    /** The owner under which the records stand. */
    public static final String OWNER = "persona";

    private static final int PAGE = 500;

    private final RecordStore records;
    private final String rules;

    /**
     * Keeps them in a record store.
     *
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
        return records.find(VersionRecord.key(number))
                .map(version -> new PersonaVersion(
                        new Persona(number, rules, statements(number, version)),
                        VersionRecord.created(version),
                        VersionRecord.cause(version, records.find(VersionRecord.causeKey(number)))));
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
    public Loss lost(int number) {
        List<StatementPlace> places = records.find(VersionRecord.key(number))
                .flatMap(VersionRecord::places)
                .orElse(List.of());
        Map<RecordKey, DerivedRecord> found = recordsAt(places);
        int removed = 0;
        int reduced = 0;
        for (StatementPlace place : places) {
            Optional<Statement> left = place.read(found);
            removed += left.isEmpty() ? 1 : 0;
            reduced += left.filter(statement -> statement.support().evidence().size() < place.episodes())
                            .isPresent()
                    ? 1
                    : 0;
        }
        return new Loss(removed, reduced);
    }

    @Override
    public boolean append(PersonaVersion next) {
        if (!next.persona().rules().equals(rules)) {
            throw new IllegalArgumentException(
                    "version %d has other fixed rules than the program".formatted(next.number()));
        }
        Map<Statement, StatementPlace> known = known(next.number() - 1);
        List<StatementPlace> places = new ArrayList<>();
        List<DerivedRecord> written = new ArrayList<>();
        for (Statement statement : next.persona().statements()) {
            StatementPlace here = StatementPlace.of(next.number(), places.size(), statement);
            StatementPlace place = known.getOrDefault(statement, here);
            places.add(place);
            if (place.equals(here)) {
                written.addAll(here.write(statement));
            }
        }
        written.addAll(VersionRecord.of(next, places, Math.max(numbered(), NumberedIds.highest(next.persona()))));
        return records.applyIf(next.number() - 1L, next.number(), Changes.put(written));
    }

    @Override
    public int numbered() {
        return records.find(VersionRecord.key((int) records.cursor()))
                .map(VersionRecord::numbered)
                .orElse(0);
    }

    @Override
    public void refuse(Refusal refusal) {
        records.apply(Changes.put(RefusalRecord.of(refusal)));
    }

    @Override
    public List<Refusal> refusals() {
        return all(RefusalRecord.KIND, "").stream()
                .map(RefusalRecord::read)
                .sorted(Comparator.comparing(Refusal::refused).reversed())
                .toList();
    }

    /** The statements of a version that are whole, and where they are. */
    private Map<Statement, StatementPlace> known(int number) {
        List<StatementPlace> places = records.find(VersionRecord.key(number))
                .flatMap(VersionRecord::places)
                .orElse(List.of());
        Map<RecordKey, DerivedRecord> found = recordsAt(places);
        Map<Statement, StatementPlace> known = new HashMap<>();
        for (StatementPlace place : places) {
            place.read(found)
                    .filter(statement -> statement.support().evidence().size() == place.episodes())
                    .ifPresent(statement -> known.put(statement, place));
        }
        return known;
    }

    private List<Statement> statements(int number, DerivedRecord version) {
        return VersionRecord.places(version).map(this::at).orElseGet(() -> ofAnOlderProgram(number));
    }

    private List<Statement> at(List<StatementPlace> places) {
        Map<RecordKey, DerivedRecord> found = recordsAt(places);
        return places.stream().flatMap(place -> place.read(found).stream()).toList();
    }

    private Map<RecordKey, DerivedRecord> recordsAt(List<StatementPlace> places) {
        return records.findAllWithoutVectors(
                places.stream().flatMap(place -> place.keys().stream()).toList());
    }

    /** It wrote each statement once for each version, and did not say in the version which ones. */
    private List<Statement> ofAnOlderProgram(int number) {
        String before = "%08d.".formatted(number);
        return all(StatementPlace.KIND, before).stream()
                .takeWhile(record -> record.key().id().startsWith(before))
                .map(record -> StatementRecord.read(record, number))
                .toList();
    }

    private List<DerivedRecord> all(String kind, String after) {
        List<DerivedRecord> all = new ArrayList<>();
        List<DerivedRecord> page = records.list(kind, after, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = records.list(kind, page.get(page.size() - 1).key().id(), PAGE);
        }
        return all;
    }
}
