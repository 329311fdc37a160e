package io.personaagent.memory.archive;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Link;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import java.util.ArrayList;
import java.util.List;

/** Puts the records of one owner after the other into a store: all of an owner's, or none where the owner has gone on by itself. */
final class OwnedRecords {

    private final UserStore store;
    private final List<String> restored = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<DerivedRecord> records = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private RecordLine.Owner owner = new RecordLine.Owner("", 0);

    OwnedRecords(UserStore store) {
        this.store = store;
    }

    void take(RecordLine line) {
        line.fold(
                next -> {
                    finish();
                    owner = next;
                    return true;
                },
                kept -> records.add(kept.record()),
                linked -> links.add(linked.link()));
    }

    /** Writes the owner that was taken last. */
    void finish() {
        if (!owner.name().isEmpty()) {
            write(store.records(owner.name()));
        }
        records.clear();
        links.clear();
        owner = new RecordLine.Owner("", 0);
    }

    private void write(RecordStore target) {
        long cursor = target.cursor();
        boolean fits =
                (cursor == 0 || cursor == owner.cursor()) && records.stream().allMatch(record -> fits(record, target));
        if (fits && target.applyIf(cursor, owner.cursor(), Changes.put(records).linking(links))) {
            restored.add(owner.name());
        } else {
            leftOut.add("%s: there is another one, which stays".formatted(owner.name()));
        }
    }

    private static boolean fits(DerivedRecord record, RecordStore target) {
        return target.find(record.key()).map(record::equals).orElse(true);
    }

    List<String> restored() {
        return List.copyOf(restored);
    }

    List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}
