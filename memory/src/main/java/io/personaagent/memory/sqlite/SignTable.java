package io.personaagent.memory.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The signatures of one space in a few flat arrays: the record's number and the signs, one after the other, in the order of the
 * numbers. Takes {@code 8 + 8 * words} bytes for each. Not thread-safe.
 */
final class SignTable {

    private static final int MOST_IN_BLOCK = 512;

    private final int words;
    private final List<Block> blocks = new ArrayList<>();
    private int count;

    /** @param words how many a signature has */
    SignTable(int words) {
        this.words = words;
    }

    private static final class Block {
        private long[] entries = new long[0];
        private int size;
    }

    int count() {
        return count;
    }

    int words() {
        return words;
    }

    long bytes() {
        return blocks.stream()
                .mapToLong(block -> (long) block.entries.length * Long.BYTES)
                .sum();
    }

    /** Adds a record whose number is higher than all that are here. */
    void add(long record, byte[] signs) {
        Block last = last();
        int stride = words + 1;
        int at = last.size * stride;
        if (at == last.entries.length) {
            int room = Math.min(MOST_IN_BLOCK, Math.max(8, 2 * last.size));
            last.entries = Arrays.copyOf(last.entries, room * stride);
        }
        last.entries[at] = record;
        System.arraycopy(Signs.words(signs, words), 0, last.entries, at + 1, words);
        last.size++;
        count++;
    }

    private Block last() {
        Block last = blocks.isEmpty() ? new Block() : blocks.get(blocks.size() - 1);
        if (blocks.isEmpty() || last.size == MOST_IN_BLOCK) {
            last = new Block();
            blocks.add(last);
        }
        return last;
    }

    /** Takes a record out, if it is here. */
    void remove(long record) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (block.entries[0] <= record) {
                remove(block, record);
                if (block.size == 0) {
                    blocks.remove(i);
                }
                return;
            }
        }
    }

    private void remove(Block block, long record) {
        int stride = words + 1;
        for (int i = 0; i < block.size; i++) {
            if (block.entries[i * stride] == record) {
                int after = (i + 1) * stride;
                System.arraycopy(block.entries, after, block.entries, i * stride, block.size * stride - after);
                block.size--;
                count--;
                return;
            }
        }
    }

    /**
     * The records that are most likely nearest, in no order.
     *
     * @param wanted how many; all, when there are not more
     * @param looked how many of those with the fewest differing bits are looked at twice
     */
    long[] nearest(SignQuery query, int wanted, int looked) {
        SignScan scan = new SignScan(query, words, Math.max(wanted, looked));
        for (Block block : blocks) {
            scan.add(block.entries, block.size);
        }
        return scan.best(wanted);
    }
}
