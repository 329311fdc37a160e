package io.personaagent.persona;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a statement's records are. A record goes with any episode that it rests on, but a statement stays as long as one of its episodes
 * does: so it is written several times, each time resting on some of them only. A later version that has the same statement names the
 * same place.
 *
 * @param version the version in which it was written first
 * @param place within that version
 * @param episodes how many it rested on then
 */
record StatementPlace(int version, int place, int episodes) {

    static final String KIND = "statement";

    /** Of a statement with more evidence some copies rest on several episodes, and go with any of them. */
    private static final int MAX_COPIES = 16;

    static StatementPlace of(int version, int place, Statement statement) {
        return new StatementPlace(version, place, statement.support().evidence().size());
    }

    static StatementPlace parse(String text) {
        String[] parts = text.split("[.:]", -1);
        return new StatementPlace(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return "%d.%d:%d".formatted(version, place, episodes);
    }

    List<DerivedRecord> write(Statement statement) {
        List<Set<EpisodeId>> shares =
                Stream.<Set<EpisodeId>>generate(TreeSet::new).limit(copies()).toList();
        int next = 0;
        for (EpisodeId episode : statement.support().evidence()) {
            shares.get(next++ % shares.size()).add(episode);
        }
        List<DerivedRecord> written = new ArrayList<>();
        for (int copy = 0; copy < shares.size(); copy++) {
            written.add(StatementRecord.of(key(copy), statement, shares.get(copy)));
        }
        return written;
    }

    /** Empty when all that it rested on was forgotten. */
    Optional<Statement> read(Map<RecordKey, DerivedRecord> records) {
        return keys().stream()
                .flatMap(key -> Optional.ofNullable(records.get(key)).stream())
                .map(record -> StatementRecord.read(record, version))
                .reduce((one, other) ->
                        StatementRecord.joined(one, other.support().evidence()));
    }

    List<RecordKey> keys() {
        return IntStream.range(0, copies()).mapToObj(this::key).toList();
    }

    private RecordKey key(int copy) {
        return new RecordKey(KIND, "%08d.%04d.%02d".formatted(version, place, copy));
    }

    private int copies() {
        return Math.max(1, Math.min(MAX_COPIES, episodes));
    }
}
