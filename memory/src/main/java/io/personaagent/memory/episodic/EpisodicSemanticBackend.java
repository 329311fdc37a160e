package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.List;

/** One person's turns, found by meaning, by words and by what stood beside them. Keeps nothing outside its records. */
final class EpisodicSemanticBackend implements MemoryBackend {

    private final KeyWriter writer;
    private final KeySearch search;

    EpisodicSemanticBackend(MemoryContext context, Tuning tuning) {
        this.writer = new KeyWriter(context.episodes(), context.records(), context.embedder());
        this.search = new KeySearch(context, tuning);
    }

    @Override
    public void absorb(List<Episode> episodes) {
        writer.absorb(episodes);
    }

    @Override
    public List<Recollection> recall(RecallQuery query) {
        return search.recall(query);
    }

    /** There is nothing to consolidate: all keys are written when an episode is absorbed. */
    @Override
    public void reflect(Budget budget) {}
}
