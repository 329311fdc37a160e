package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.profile.AboutMe;
import io.personaagent.memory.profile.Reflection;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One person's turns, found by meaning, by words and by what stood beside them, and their profile, which answers what is asked about them
 * in general. Keeps nothing outside its records.
 */
final class EpisodicSemanticBackend implements MemoryBackend {

    private final KeyWriter writer;
    private final KeySearch search;
    private final AboutMe aboutMe;
    private final Reflection reflection;

    EpisodicSemanticBackend(MemoryContext context, Tuning tuning, Reflection reflection) {
        this.writer = new KeyWriter(context.episodes(), context.records(), context.embedder());
        this.search = new KeySearch(context, tuning);
        this.aboutMe = new AboutMe(context);
        this.reflection = reflection;
    }

    @Override
    public void absorb(List<Episode> episodes) {
        writer.absorb(episodes);
    }

    @Override
    public List<Recollection> recall(RecallQuery query) {
        List<Recollection> lines = aboutMe.recall(query);
        return lines.isEmpty()
                ? search.recall(query)
                : Stream.concat(lines.stream(), search.recall(query).stream())
                        .limit(query.limit())
                        .toList();
    }

    @Override
    public void reflect(Budget budget) {
        reflection.run(budget);
    }
}
