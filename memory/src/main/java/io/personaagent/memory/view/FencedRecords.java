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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records that take what a backend absorbs only while nobody else has absorbed the same: each such write is made if the cursor still stands
 * where the work began, in one transaction. So a builder that was believed dead cannot write into what another one has gone on with.
 *
 * <p>The last write of the work is made together with the step of the cursor, so that one turn is one transaction.
 */
public final class FencedRecords implements RecordStore {

    private final RecordStore records;
    /** Only the thread that absorbs stands behind the fence: who reflects meanwhile does not. */
    private final Map<Thread, Fence> fences = new ConcurrentHashMap<>();

    /** What is written from one place of the cursor on. */
    private static final class Fence {

        private final RecordStore records;
        private final long cursor;
        private Changes held = Changes.NONE;

        Fence(RecordStore records, long cursor) {
            this.records = records;
            this.cursor = cursor;
        }

        void hold(Changes changes) {
            let();
            held = changes;
        }

        /** Writes what is held back, so that it can be read. */
        void let() {
            Changes changes = held;
            held = Changes.NONE;
            if (!changes.equals(Changes.NONE) && !records.deriveIf(cursor, cursor, changes)) {
                throw superseded();
            }
        }

        boolean end(long next) {
            boolean moved = records.deriveIf(cursor, next, held);
            if (!moved && !held.equals(Changes.NONE)) {
                throw superseded();
            }
            return moved;
        }

        private static SupersededException superseded() {
            return new SupersededException("somebody else has absorbed this meanwhile");
        }
    }

    public FencedRecords(RecordStore records) {
        this.records = requireNonNull(records, "records");
    }

    /**
     * Does work whose writes are made only while the cursor stands at one place, and moves it on to another with the last of them. What is
     * written in work that breaks off counts as not absorbed. All of it can be derived again, so nobody waits for the disk.
     *
     * @return false when the work wrote nothing more and the cursor had been moved
     * @throws SupersededException when the cursor had been moved and something was to be written
     */
    public boolean absorb(long from, long to, Runnable work) {
        Fence behind = new Fence(records, from);
        fences.put(Thread.currentThread(), behind);
        try {
            work.run();
        } catch (SupersededException superseded) {
            throw superseded;
        } catch (RuntimeException | Error failed) {
            letAfter(behind, failed);
            throw failed;
        } finally {
            fences.remove(Thread.currentThread());
        }
        return behind.end(to);
    }

    /** Work that failed has written what it wrote. */
    private static void letAfter(Fence behind, Throwable failed) {
        try {
            behind.let();
        } catch (RuntimeException second) {
            failed.addSuppressed(second);
        }
    }

    /** What this thread wrote is there to be read. */
    private RecordStore written() {
        Fence behind = fences.get(Thread.currentThread());
        if (behind != null) {
            behind.let();
        }
        return records;
    }

    @Override
    public void apply(Changes changes) {
        Fence behind = fences.get(Thread.currentThread());
        if (behind == null) {
            records.apply(changes);
        } else {
            behind.hold(changes);
        }
    }

    @Override
    public boolean applyIf(long expectedCursor, long nextCursor, Changes changes) {
        return written().applyIf(expectedCursor, nextCursor, changes);
    }

    @Override
    public boolean deriveIf(long expectedCursor, long nextCursor, Changes changes) {
        return written().deriveIf(expectedCursor, nextCursor, changes);
    }

    @Override
    public List<EpisodeId> toAbsorbAgain(int limit) {
        return written().toAbsorbAgain(limit);
    }

    @Override
    public void absorbedAgain(List<EpisodeId> episodes) {
        written().absorbedAgain(episodes);
    }

    @Override
    public void clear() {
        written().clear();
    }

    @Override
    public Optional<DerivedRecord> find(RecordKey key) {
        return written().find(key);
    }

    @Override
    public Map<RecordKey, DerivedRecord> findAll(Collection<RecordKey> keys) {
        return written().findAll(keys);
    }

    @Override
    public Map<RecordKey, DerivedRecord> findAllWithoutVectors(Collection<RecordKey> keys) {
        return written().findAllWithoutVectors(keys);
    }

    @Override
    public Set<RecordKey> restingOn(Collection<EpisodeId> episodes) {
        return written().restingOn(episodes);
    }

    @Override
    public List<DerivedRecord> list(String kind, String afterId, int limit) {
        return written().list(kind, afterId, limit);
    }

    @Override
    public List<Hit> nearest(String kind, Vector query, int limit) {
        return written().nearest(kind, query, limit);
    }

    @Override
    public List<Hit> matching(String kind, String query, int limit) {
        return written().matching(kind, query, limit);
    }

    @Override
    public List<Link> links(RecordKey from) {
        return written().links(from);
    }

    @Override
    public long count(String kind) {
        return written().count(kind);
    }

    @Override
    public List<String> kinds() {
        return written().kinds();
    }

    @Override
    public long cursor() {
        return written().cursor();
    }
}
