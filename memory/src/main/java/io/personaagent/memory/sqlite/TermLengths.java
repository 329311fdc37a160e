package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How many terms each record of a file has, in two bytes each; read when it is first needed and kept while there is room. A record's
 * number is never used twice and its text never changed, so what was read stays true. Thread-safe.
 */
final class TermLengths implements Kept {

    private static final int IN_BLOCK = 4096;
    private static final int TOO_LONG = 0xFFFF;

    private final KeptRoom room;
    private final Map<Long, short[]> blocks = new HashMap<>();
    private final Map<Long, Long> readTo = new HashMap<>();

    TermLengths(KeptRoom room) {
        this.room = room;
    }

    /** The lengths of some records of a collection, in their order. */
    int[] of(Collection collection, Handle handle, long[] records) throws SQLException {
        TermTable terms = collection.terms(handle);
        int[] lengths = read(collection, terms, records);
        for (int i = 0; i < records.length; i++) {
            if (lengths[i] == TOO_LONG) {
                lengths[i] = terms.terms(records[i]).size();
            }
        }
        room.use(this);
        return lengths;
    }

    private synchronized int[] read(Collection collection, TermTable terms, long[] records) throws SQLException {
        readNew(collection, terms, records[records.length - 1]);
        int[] lengths = new int[records.length];
        for (int i = 0; i < records.length; i++) {
            short[] block = blocks.get(records[i] / IN_BLOCK);
            lengths[i] = block == null ? 0 : block[(int) (records[i] % IN_BLOCK)] & 0xFFFF;
        }
        return lengths;
    }

    private void readNew(Collection collection, TermTable terms, long last) throws SQLException {
        long before = readTo.getOrDefault(collection.number(), 0L);
        if (last <= before) {
            return;
        }
        long[] end = {before};
        terms.lengths(before, (record, length) -> {
            blocks.computeIfAbsent(record / IN_BLOCK, any -> new short[IN_BLOCK])[(int) (record % IN_BLOCK)] =
                    (short) Math.min(TOO_LONG, length);
            end[0] = record;
        });
        readTo.put(collection.number(), end[0]);
    }

    @Override
    public synchronized void clear() {
        blocks.clear();
        readTo.clear();
    }

    @Override
    public synchronized long bytes() {
        return (long) blocks.size() * IN_BLOCK * Short.BYTES;
    }
}
