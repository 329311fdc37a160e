package io.personaagent.bench;

import io.personaagent.memory.contract.LentContext;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** One person's memory of a size, on the disk; made once, through the default backend as in earnest, and kept. */
final class Life implements AutoCloseable {

    private static final UserId ADA = new UserId("ada");
    private static final int BATCH = 500;

    /** Nobody's. */
    static final Life NONE = new Life(new InMemoryStores(), 0, new WordVectors().embedder());

    private final Talk talk = new Talk(1);
    private final int turns;
    private final Embedder embedder;
    private final UserStore store;
    private final MemoryBackend backend;

    private Life(Stores stores, int turns, Embedder embedder) {
        EpisodicSemanticProvider provider = new EpisodicSemanticProvider();
        this.turns = turns;
        this.embedder = embedder;
        this.store = stores.open(ADA);
        this.backend = provider.open(new LentContext(store, provider.name(), embedder));
    }

    static Life of(int turns, Embedder embedder) {
        Path folder = Path.of(System.getProperty("bench.folder", "target/lives"), embedder.id() + "-" + turns);
        Life life = new Life(new SqliteStores(folder, Clock.systemUTC()), turns, embedder);
        life.grow();
        return life;
    }

    private void grow() {
        for (int from = (int) store.episodes().end(); from < turns; from = Math.min(turns, from + BATCH)) {
            List<Episode> batch = talk.turns(from, Math.min(turns, from + BATCH));
            store.episodes().appendAll(batch);
            backend.absorb(batch);
        }
    }

    /** The question of a number, about a turn somewhere in this life. */
    String question(int number) {
        return talk.question((int) ((number + 1) * 7919L % turns));
    }

    Instant now() {
        return Talk.START.plusSeconds(600L * turns);
    }

    Embedder embedder() {
        return embedder;
    }

    RecordStore records() {
        return store.records(new EpisodicSemanticProvider().name());
    }

    /** Gives each turn's id and vector, as they are stored. */
    void eachTurn(BiConsumer<String, float[]> taker) {
        String after = "";
        for (List<DerivedRecord> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(
                    record -> taker.accept(record.key().id(), record.vector().values()));
            after = page.get(page.size() - 1).key().id();
        }
    }

    private List<DerivedRecord> page(String after) {
        return records().list("turn", after, BATCH);
    }

    MemoryBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        store.close();
    }
}
