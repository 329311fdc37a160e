package io.personaagent.memory.view;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records that take what a backend absorbs only while nobody else has absorbed the same: each such write is made if the cursor still stands
 * where the work began, in one transaction. So a builder that was believed dead cannot write into what another one has gone on with.
 */
public final class FencedRecords implements RecordStore {

    private static final long NO_FENCE = -1;

    private final RecordStore records;
    /** Only the thread that absorbs stands behind the fence: who reflects meanwhile does not. */
    private final ThreadLocal<Long> fence = ThreadLocal.withInitial(() -> NO_FENCE);

    public FencedRecords(RecordStore records) {
        this.records = requireNonNull(records, "records");
    }

    /**
     * Does work whose writes are made only while the cursor stands here.
     *
     * @throws SupersededException from within the work, when the cursor has been moved
     */
    public void whileAt(long cursor, Runnable work) {
        fence.set(cursor);
        try {
            work.run();
        } finally {
            fence.remove();
        }
    }

    @Override
    public void apply(Changes changes) {
        long expected = fence.get();
        if (expected == NO_FENCE) {
            records.apply(changes);
        } else if (!records.applyIf(expected, expected, changes)) {
            throw new SupersededException("somebody else has absorbed this meanwhile");
        }
    }

    @Override
    public boolean applyIf(long expectedCursor, long nextCursor, Changes changes) {
        return records.applyIf(expectedCursor, nextCursor, changes);
    }

    @Override
    public List<EpisodeId> toAbsorbAgain(int limit) {
        return records.toAbsorbAgain(limit);
    }

    @Override
    public void absorbedAgain(List<EpisodeId> episodes) {
        records.absorbedAgain(episodes);
    }

    @Override
    public void clear() {
        records.clear();
    }

    @Override
    public Optional<DerivedRecord> find(RecordKey key) {
        return records.find(key);
    }

    @Override
    public Map<RecordKey, DerivedRecord> findAll(Collection<RecordKey> keys) {
        return records.findAll(keys);
    }

    @Override
    public Map<RecordKey, DerivedRecord> findAllWithoutVectors(Collection<RecordKey> keys) {
        return records.findAllWithoutVectors(keys);
    }

    @Override
    public Set<RecordKey> restingOn(Collection<EpisodeId> episodes) {
        return records.restingOn(episodes);
    }

    @Override
    public List<DerivedRecord> list(String kind, String afterId, int limit) {
        return records.list(kind, afterId, limit);
    }

    @Override
    public List<Hit> nearest(String kind, Vector query, int limit) {
        return records.nearest(kind, query, limit);
    }

    @Override
    public List<Hit> matching(String kind, String query, int limit) {
        return records.matching(kind, query, limit);
    }

    @Override
    public List<Link> links(RecordKey from) {
        return records.links(from);
    }

    @Override
    public long count(String kind) {
        return records.count(kind);
    }

    @Override
    public List<String> kinds() {
        return records.kinds();
    }

    @Override
    public long cursor() {
        return records.cursor();
    }
}
