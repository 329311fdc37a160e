package io.personaagent.memory;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.view.FencedRecords;
import io.personaagent.memory.view.SupersededException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Replays to a backend what it has not absorbed. How far it has come stands in its records and moves after each batch, so what is cut
 * short goes on from there. Thread-safe.
 */
final class CatchUp {

    private final EpisodeReader episodes;
    private final FencedRecords records;
    private final MemoryBackend backend;
    private final int batch;
    private final ReentrantLock absorbing = new ReentrantLock();

    /** @param batch how many entries of the log are absorbed at once */
    CatchUp(EpisodeReader episodes, FencedRecords records, MemoryBackend backend, int batch) {
        this.episodes = episodes;
        this.records = records;
        this.backend = backend;
        this.batch = batch;
    }

    /**
     * Replays all; waits while another thread does so.
     *
     * @param wanted asked before each part; false ends it
     */
    void all(Progress progress, BooleanSupplier wanted) {
        absorbing.lock();
        try {
            boolean more = true;
            while (more && wanted.getAsBoolean()) {
                more = again() > 0 || next(progress);
            }
        } finally {
            absorbing.unlock();
        }
    }

    /** Replays all unless another thread is at it: a person who speaks does not wait for an import. */
    void unlessBusy(BooleanSupplier wanted) {
        if (!absorbing.tryLock()) {
            return;
        }
        try {
            all(Progress.none(), wanted);
        } finally {
            absorbing.unlock();
        }
    }

    /** Absorbs again what lost something when an episode was forgotten; how many episodes. Waits while another thread absorbs. */
    long allAgain() {
        absorbing.lock();
        try {
            long all = 0;
            for (long some = again(); some > 0; some = again()) {
                all += some;
            }
            return all;
        } finally {
            absorbing.unlock();
        }
    }

    private long again() {
        List<EpisodeId> ids = records.toAbsorbAgain(batch);
        if (!ids.isEmpty()) {
            backend.absorb(
                    ids.stream().flatMap(id -> episodes.find(id).stream()).toList());
            records.absorbedAgain(ids);
        }
        return ids.size();
    }

    private boolean next(Progress progress) {
        long from = records.cursor();
        List<LogEntry> entries = episodes.after(from, batch);
        if (entries.isEmpty()) {
            return false;
        }
        long to = entries.get(entries.size() - 1).position();
        try {
            // Where another process has moved the cursor meanwhile, it stays there: absorbing twice does no harm.
            boolean moved = records.absorb(from, to, () -> backend.absorb(distinct(entries)));
            long end = episodes.end();
            if (moved) {
                progress.at(to, end);
            }
            return to < end || !moved;
        } catch (SupersededException faster) {
            return true;
        }
    }

    /** Each episode once, though feedback made it appear again. */
    private static List<Episode> distinct(List<LogEntry> entries) {
        Map<EpisodeId, Episode> episodes = new LinkedHashMap<>();
        entries.forEach(entry -> episodes.put(entry.episode().id(), entry.episode()));
        return List.copyOf(episodes.values());
    }
}
