package io.personaagent.memory.spi;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;

/**
 * Keeps what one owner derived for one person. When a method returns, what it wrote is durable, unless the method says less. Safe for use by
 * several threads.
 */
public interface RecordStore extends RecordReader {

    /** Makes all the changes, or none. */
    void apply(Changes changes);

    /**
     * Makes all the changes and moves the cursor, if the cursor still stands where it is expected; otherwise changes nothing and returns
     * false, because somebody else was faster.
     */
    boolean applyIf(long expectedCursor, long nextCursor, Changes changes);

    /**
     * As {@link #applyIf}, for what is derived from the log and can be derived again: need not wait for the disk. It survives the end of
     * the process; what power takes with it goes whole and together with all that was written later, and the cursor stands where it stood.
     */
    default boolean deriveIf(long expectedCursor, long nextCursor, Changes changes) {
        return applyIf(expectedCursor, nextCursor, changes);
    }

    /**
     * Episodes that are still in the log, and on which something rested that was removed when another episode was forgotten, ordered by
     * id. Who derives from the log derives from these again, and then says so.
     */
    List<EpisodeId> toAbsorbAgain(int limit);

    /** These have been derived from again. */
    void absorbedAgain(List<EpisodeId> episodes);

    /** Removes every record and link of this owner and sets the cursor to 0. */
    void clear();
}
