package io.personaagent.memory.sqlite;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what is kept of all open files: what was not used for longest is forgotten first. What is being used stays, however large.
 * Thread-safe.
 */
final class KeptRoom {

    private final long mostBytes;
    private final Map<Kept, Long> longestUnusedFirst = new LinkedHashMap<>(16, 0.75f, true);

    KeptRoom(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Makes room for what this has read, and keeps it longest. */
    synchronized void use(Kept used) {
        longestUnusedFirst.put(used, used.bytes());
        long bytes =
                longestUnusedFirst.values().stream().mapToLong(each -> each).sum();
        Iterator<Map.Entry<Kept, Long>> eldest = longestUnusedFirst.entrySet().iterator();
        while (bytes > mostBytes && longestUnusedFirst.size() > 1) {
            Map.Entry<Kept, Long> leaving = eldest.next();
            leaving.getKey().clear();
            bytes -= leaving.getValue();
            eldest.remove();
        }
    }

    /** Its file is closed. */
    synchronized void leave(Kept closed) {
        longestUnusedFirst.remove(closed);
        closed.clear();
    }
}
