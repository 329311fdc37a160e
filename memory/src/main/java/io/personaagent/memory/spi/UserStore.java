package io.personaagent.memory.spi;

import io.personaagent.memory.episode.Episode;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.util.List;

/** All that is stored of one person. Safe for use by several threads. */
public interface UserStore extends AutoCloseable {

    UserId user();

    EpisodeLog episodes();

    /**
     * Appends an episode as {@link EpisodeLog#append} does, and makes changes to records that belong to it: all of it, or nothing. The
     * changes are made also when the episode was there already.
     *
     * @param owner whose records
     * @throws ConflictException when the id is taken by an episode with another content
     */
    Receipt append(Episode episode, String owner, Changes beside);

    /** The records of one owner: a backend by its name, or the persona. Owners do not see each other's. */
    RecordStore records(String owner);

    /** The small entries that a tool provider keeps for this person. */
    Shelf shelf(String owner);

    /** The owners of shelves that hold something, ordered. */
    List<String> shelves();

    /** How it forgets. */
    Forgetting forgetting();

    /** What it keeps, to be looked through. */
    Inventory inventory();

    /** Verifies what is stored, to the last hash; what is wrong, one line each, and nothing when all is well. */
    List<String> check();

    /** How many bytes it takes on the disk. */
    long bytes();

    @Override
    void close();
}
