package io.personaagent.bench;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** One person's memory of a size, on the disk; made once and kept. */
final class Life implements AutoCloseable {

    static final String BACKEND = EpisodicSemanticProvider.NAME;

    private static final int BATCH = 500;

    private final Talk talk = new Talk(1);
    private final Embedder embedder;
    private final UserStore store;
    private final MemoryBackend backend;

    private Life(UserStore store, Embedder embedder) {
        this.store = store;
        this.embedder = embedder;
        this.backend = new EpisodicSemanticProvider().open(new Borrowed(store, BACKEND, embedder));
    }

    static Life of(int turns, Embedder embedder) {
        Path folder = Path.of(System.getProperty("bench.folder", "target/lives"), embedder.id() + "-" + turns);
        Life life = new Life(new SqliteStores(folder, Clock.systemUTC()).open(new UserId("ada")), embedder);
        life.grow(turns);
        return life;
    }

    private void grow(int turns) {
        int from = (int) store.episodes().end();
        for (; from < turns; from = Math.min(turns, from + BATCH)) {
            List<Episode> batch = talk.turns(from, Math.min(turns, from + BATCH));
            store.episodes().appendAll(batch);
            backend.absorb(batch);
        }
    }

    Talk talk() {
        return talk;
    }

    Embedder embedder() {
        return embedder;
    }

    RecordStore records() {
        return store.records(BACKEND);
    }

    MemoryBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        store.close();
    }
}
