package io.personaagent.memory.spi;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads one person's log. Safe for use by several threads. An entry whose content does not match its hash is never returned. */
public interface EpisodeReader {

    Optional<Episode> find(EpisodeId id);

    /**
     * The entries after a position, in the order of the log; an episode that got feedback appears once more, at the feedback's position.
     * Empty at the end of the log.
     *
     * @param position 0 for the beginning
     * @param limit the most to return, at least 1
     */
    List<LogEntry> after(long position, int limit);

    /** The episodes that were appended last, the newest first. */
    List<Episode> latest(int limit);

    /** The episodes of the same session up to a distance before and after this one, and this one, in the order of the log. */
    List<Episode> around(EpisodeId id, int distance);

    /**
     * The episodes that happened at an instant or later, and before another, the latest first; of those at the same millisecond, the one
     * that was appended last.
     *
     * @param limit the most to return, at least 1
     */
    List<Episode> between(Instant from, Instant until, int limit);

    /** How many episodes there are. */
    long count();

    /** The position of the last entry; 0 when the log is empty. */
    long end();
}
