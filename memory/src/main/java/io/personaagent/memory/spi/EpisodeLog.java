package io.personaagent.memory.spi;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import java.util.List;

/**
 * One person's durable log of what happened: the truth that all else is derived from.
 *
 * <p>When a method returns, what it wrote survives the end of the process and of power. An episode is never changed; feedback is added
 * to it. Safe for use by several threads and several processes.
 */
public interface EpisodeLog extends EpisodeReader {

    /**
     * Appends one episode with its feedback. Appending the same episode again returns the first receipt, marked as not added; the time
     * of recording may differ.
     *
     * @throws ConflictException when the id is taken by an episode with another content
     */
    Receipt append(Episode episode);

    /** Appends all or none; a receipt for each, in the same order. */
    List<Receipt> appendAll(List<Episode> episodes);

    /**
     * Adds feedback to an episode. Adding the same feedback twice keeps it once.
     *
     * @throws UnknownEpisodeException when there is no such episode
     */
    Receipt add(EpisodeId id, Feedback feedback);
}
