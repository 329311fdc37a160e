package io.personaagent.memory.spi;

import io.personaagent.memory.episode.Episode;
import java.util.List;

/**
 * How one person's episodes are remembered: a derived view of their log. Safe for use by several threads.
 *
 * <p>Whatever it keeps, it keeps in the {@link RecordStore} that it was lent, with evidence; so it can be thrown away and built again, and
 * forgetting reaches it.
 */
public interface MemoryBackend extends AutoCloseable {

    /**
     * Derives what it wants from episodes, in the order of the log. Idempotent: the same episode again changes nothing, and an episode
     * that has got feedback since replaces what was derived from it.
     */
    void absorb(List<Episode> episodes);

    /** What fits the question, the best first; each with evidence, none of a hidden episode. Empty when nothing fits well enough. */
    List<Recollection> recall(RecallQuery query);

    /** Consolidates, off the reply path; stops when the budget is spent and goes on from there the next time. */
    void reflect(Budget budget);

    @Override
    default void close() {}
}
