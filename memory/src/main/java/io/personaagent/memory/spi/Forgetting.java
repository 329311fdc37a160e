package io.personaagent.memory.spi;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Set;

/**
 * How one person's store forgets: noted, then removed, then wiped off the disk, then done. What is interrupted is completed by whoever
 * opens the store next, before it serves anything. Each step may be made again. Safe for use by several threads and several processes.
 *
 * <p>From the first time on, a record or a link whose evidence names an episode that is not in the log is left out of what is written:
 * whoever derived it may have read the episode before it was forgotten.
 */
public interface Forgetting {

    /** Notes durably that these episodes are to be forgotten, by their ids alone. */
    Forgotten begin(Set<EpisodeId> episodes);

    /** Notes durably that all that is stored of the person is to be forgotten. */
    Forgotten beginAll();

    /**
     * Removes the episodes, their feedback, and each record and link of any owner whose evidence names one of them. When this returns,
     * nothing of it can be read. Other evidence of what was removed is noted for its owner, see {@link RecordStore#toAbsorbAgain}. The
     * positions in the log are not given away again.
     */
    Forgotten remove(long number, Progress progress);

    /**
     * Wipes what was removed off the disk, at little cost; copies of the store that it made itself go as well. Tries once: false when
     * another process still reads an older state, or writes. A trace may be left where the engine moved rows about; {@link #rewrite} leaves
     * none.
     */
    boolean scrub();

    /** The same by writing all that is left anew, so that nothing of what was removed remains, whatever the engine did with it. */
    boolean rewrite();

    /** Notes that its bytes are gone. */
    Forgotten finish(long number);

    /** Each time that something was forgotten, the oldest first. */
    List<Forgotten> all();
}
