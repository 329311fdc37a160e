package io.personaagent.memory.sqlite;

import java.util.Arrays;

/**
 * Where a term occurs.
 *
 * @param records those that have it, in the order of their numbers
 * @param times how often each of them has it
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands of them, made and used in one place.
record Places(long[] records, int[] times) {

    /** @param places records in order, each as often as it has the term */
    static Places of(long[] places) {
        long[] records = new long[places.length];
        int[] times = new int[places.length];
        int size = 0;
        for (long place : places) {
            if (size == 0 || records[size - 1] != place) {
                records[size++] = place;
            }
            times[size - 1]++;
        }
        return new Places(Arrays.copyOf(records, size), Arrays.copyOf(times, size));
    }
}
