package io.personaagent.memory.sqlite;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what the signatures of all open files take: those of the files that were not searched for longest are forgotten first. The one
 * that is being searched stays, however large. Thread-safe.
 */
final class SignatureRoom {

    private final long mostBytes;
    private final Map<SignatureIndex, Long> longestUnusedFirst = new LinkedHashMap<>(16, 0.75f, true);

    SignatureRoom(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Makes room for what this file has read, and keeps it longest. */
    synchronized void use(SignatureIndex used) {
        longestUnusedFirst.put(used, used.bytes());
        long bytes = longestUnusedFirst.values().stream().mapToLong(each -> each).sum();
        Iterator<Map.Entry<SignatureIndex, Long>> eldest =
                longestUnusedFirst.entrySet().iterator();
        while (bytes > mostBytes && longestUnusedFirst.size() > 1) {
            Map.Entry<SignatureIndex, Long> leaving = eldest.next();
            leaving.getKey().clear();
            bytes -= leaving.getValue();
            eldest.remove();
        }
    }

    /** The file is closed. */
    synchronized void leave(SignatureIndex closed) {
        longestUnusedFirst.remove(closed);
        closed.clear();
    }
}
