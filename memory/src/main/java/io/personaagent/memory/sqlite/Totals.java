package io.personaagent.memory.sqlite;

/**
 * What a table of terms holds in all.
 *
 * @param records those without terms included
 * @param terms repeated as they repeat
 */
record Totals(long records, long terms) {

    static final Totals NONE = new Totals(0, 0);

    /** As FTS5 keeps them: its row of averages, which begins with the number of rows and the first column's number of tokens. */
    static Totals of(byte[] averages) {
        Varints numbers = new Varints(averages);
        return new Totals(numbers.next(), numbers.next());
    }

    double averageLength() {
        return (double) terms / records;
    }

    /** How much a term counts that so many records have. */
    double inverseFrequency(int having) {
        return Math.max(1e-6, Math.log((records - having + 0.5) / (having + 0.5)));
    }
}
