package io.personaagent.memory.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The signatures of one file, read when they are first needed and kept while there is room. Thread-safe.
 *
 * <p>It only names candidates; what they score is read from the file. A record's number is never used twice and its vector never
 * changed. So what was read stays true, only new numbers are read again, whoever wrote them, and what was removed meanwhile is noticed
 * when it is looked for.
 */
final class SignatureIndex implements Kept {

    private final KeptRoom room;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Long, SignTable> spaces = new HashMap<>();
    private long end;

    SignatureIndex(KeptRoom room) {
        this.room = room;
    }

    /**
     * How many candidates there are to be.
     *
     * @param wanted the most that are named
     * @param looked how many of those with the fewest differing bits are looked at twice
     * @param few all are named where there are no more than these
     */
    record Breadth(int wanted, int looked, int few) {}

    /** The numbers of the records of a space that are most likely nearest, in no order. */
    long[] nearest(Handle handle, long space, SignQuery query, Breadth breadth) throws SQLException {
        readNew(handle);
        lock.readLock().lock();
        try {
            SignTable table = spaces.get(space);
            if (table == null) {
                return new long[0];
            }
            int wanted = table.count() <= breadth.few() ? table.count() : breadth.wanted();
            return table.nearest(query, wanted, breadth.looked());
        } finally {
            lock.readLock().unlock();
        }
    }

    private void readNew(Handle handle) throws SQLException {
        long now = handle.number("SELECT number FROM record_end");
        lock.writeLock().lock();
        try {
            if (now > end) {
                handle.each(
                        """
                        SELECT record, space, signs, dimension FROM signature JOIN space ON id = space
                        WHERE record > ? ORDER BY record""",
                        row -> {
                            int words = Signs.words(row.getInt(4));
                            spaces.computeIfAbsent(row.getLong(2), any -> new SignTable(words))
                                    .add(row.getLong(1), Handle.bytes(row, 3));
                            return true;
                        },
                        end);
                end = now;
            }
        } finally {
            lock.writeLock().unlock();
        }
        room.use(this);
    }

    /** Forgets records that are no more. */
    void remove(long space, List<Long> records) {
        lock.writeLock().lock();
        try {
            SignTable table = spaces.get(space);
            if (table != null) {
                records.forEach(table::remove);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void clear() {
        lock.writeLock().lock();
        try {
            spaces.clear();
            end = 0;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public long bytes() {
        lock.readLock().lock();
        try {
            return spaces.values().stream().mapToLong(SignTable::bytes).sum();
        } finally {
            lock.readLock().unlock();
        }
    }
}
