package io.personaagent.app.eval.contest;

import io.personaagent.memory.Memory;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A backend that knows one person's log. */
public final class Entry implements AutoCloseable {

    private final Memory memory;

    Entry(Memory memory) {
        this.memory = memory;
    }

    /**
     * What was recalled.
     *
     * @param found the episodes that the recollections rest on, the best first; each takes a place, so that a recollection that names
     *     many gains nothing by it
     * @param texts what the recollections say
     * @param took how long it took
     */
    public record Recalled(List<EpisodeId> found, List<String> texts, Duration took) {
        public Recalled {
            found = List.copyOf(found);
            texts = List.copyOf(texts);
        }
    }

    public Recalled ask(RecallQuery query) {
        long began = System.nanoTime();
        List<Recollection> recollections = memory.recall(query);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Set<EpisodeId> found = new LinkedHashSet<>();
        recollections.forEach(each -> found.addAll(each.source().evidence()));
        return new Recalled(
                List.copyOf(found),
                recollections.stream().map(Recollection::text).toList(),
                took);
    }

    @Override
    public void close() {
        memory.close();
    }
}
