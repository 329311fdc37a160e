package io.personaagent.memory.archive;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the lines of one archive into a store, in their order. Used once. */
final class Restoration {

    private static final int BATCH = 256;

    private final UserStore store;
    private final long all;
    private final Progress progress;
    private final List<Episode> waiting = new ArrayList<>();
    private final OwnedRecords records;
    private final List<String> leftOut = new ArrayList<>();
    private long done;
    private long added;
    private long present;

    Restoration(UserStore store, long all, Progress progress) {
        this.store = store;
        this.all = all;
        this.progress = progress;
        this.records = new OwnedRecords(store);
    }

    void take(LogLine line) {
        line.fold(appended -> waiting.add(appended.episode()), later -> {
            write();
            count(store.episodes().add(later.episode(), later.feedback()));
            return true;
        });
        if (waiting.size() >= BATCH) {
            write();
        }
    }

    void endOfLog() {
        write();
    }

    private void write() {
        if (!waiting.isEmpty()) {
            store.episodes().appendAll(waiting).forEach(this::count);
            waiting.clear();
        }
    }

    private void count(Receipt receipt) {
        added += receipt.added() ? 1 : 0;
        present += receipt.added() ? 0 : 1;
        tick();
    }

    private void tick() {
        done++;
        progress.at(done, all);
    }

    void take(RecordLine line) {
        records.take(line);
        tick();
    }

    void endOfRecords() {
        records.finish();
    }

    void take(ShelfLine line) {
        Shelf shelf = store.shelf(line.shelf());
        Optional<String> there = shelf.get(line.key());
        if (there.isEmpty()) {
            shelf.put(line.key(), line.value());
        } else if (!there.get().equals(line.value())) {
            leftOut.add("entry '%s' of %s: there is another one".formatted(line.key(), line.shelf()));
        }
        tick();
    }

    Restored done() {
        leftOut.addAll(0, records.leftOut());
        return new Restored(added, present, records.restored(), leftOut);
    }
}
