package io.personaagent.memory.sqlite;

import java.sql.SQLException;

/** Where the signatures of a collection's vectors are written. They go with their records. */
final class SpaceRow {

    private final Handle handle;
    private final long collection;

    SpaceRow(Handle handle, long collection) {
        this.handle = handle;
        this.collection = collection;
    }

    /** Keeps the signature of a record's vector, if it has one. */
    void put(long record, String model, byte[] vector) throws SQLException {
        int dimension = vector.length / Float.BYTES;
        if (dimension == 0) {
            return;
        }
        byte[] signs = Signs.of(vector);
        if (insert(record, model, dimension, signs) == 0) {
            handle.run(
                    "INSERT INTO space (collection, model, dimension) VALUES (?, ?, ?)", collection, model, dimension);
            insert(record, model, dimension, signs);
        }
    }

    private int insert(long record, String model, int dimension, byte[] signs) throws SQLException {
        return handle.run(
                "INSERT INTO signature (record, space, signs)"
                        + " SELECT ?, id, ? FROM space WHERE collection = ? AND model = ? AND dimension = ?",
                record,
                signs,
                collection,
                model,
                dimension);
    }
}
