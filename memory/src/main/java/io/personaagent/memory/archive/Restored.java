package io.personaagent.memory.archive;

import java.util.List;

/**
 * What came of putting an archive into a store.
 *
 * @param added entries of the log that are new
 * @param present entries of the log that were there already
 * @param owners those whose records are now as in the archive
 * @param leftOut what was not taken because something else is in its place, one line each
 */
public record Restored(long added, long present, List<String> owners, List<String> leftOut) {
    public Restored {
        owners = List.copyOf(owners);
        leftOut = List.copyOf(leftOut);
    }
}
