package io.personaagent.memory.sqlite;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the number of open files small, however many people there are: what was used longest ago is closed. What is in use stays open,
 * even where that is more than wanted. Thread-safe.
 */
final class OpenFiles {

    private final int most;
    private final Set<Database> inOrderOfUse = new LinkedHashSet<>();

    OpenFiles(int most) {
        this.most = most;
    }

    /** Notes a use, before it begins. */
    void used(Database database) {
        for (Database old : takenOut(database)) {
            if (!old.rest()) {
                putBack(old);
            }
        }
    }

    private synchronized List<Database> takenOut(Database latest) {
        inOrderOfUse.remove(latest);
        List<Database> old = new ArrayList<>();
        Iterator<Database> all = inOrderOfUse.iterator();
        while (inOrderOfUse.size() >= most && all.hasNext()) {
            old.add(all.next());
            all.remove();
        }
        inOrderOfUse.add(latest);
        return old;
    }

    private synchronized void putBack(Database database) {
        inOrderOfUse.add(database);
    }

    synchronized void closed(Database database) {
        inOrderOfUse.remove(database);
    }
}
