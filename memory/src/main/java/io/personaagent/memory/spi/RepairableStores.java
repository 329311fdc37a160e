package io.personaagent.memory.spi;

import io.personaagent.tools.UserId;
import java.util.Set;

/** Stores that can put a damaged one right. */
public interface RepairableStores extends Stores {

    /**
     * Moves what is whole of a person's store into a new one, and keeps the damaged one beside it. The log, the shelves and the records of
     * the named owners are moved; all other records are derived anew from the log. A store that is whole is moved as well.
     *
     * @param kept the owners whose records cannot be derived from the log
     * @throws MemoryException when the store is in use, or nothing of it can be read; nothing was changed then
     */
    Repaired repair(UserId user, Set<String> kept);
}
