package io.personaagent.memory.sqlite;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.sqlite.Function;

/**
 * What a record's hash is over. Its vector has one of its own, which is part of the record's: so a record can be checked without its
 * vector, and a vector of another record does not match.
 *
 * @param vector the vector's hash, empty when there is none
 * @param evidence in its order
 */
record RecordHash(String vector, String attributes, String text, String evidence) {

    String of(String owner, String kind, String id) {
        return RowHash.of("record", owner, kind, id, vector, attributes, text, evidence);
    }

    static String ofVector(String model, byte[] floats) {
        return floats.length == 0 ? "" : RowHash.of("vector", model, ByteBuffer.wrap(floats));
    }

    /** Makes the functions known to SQL that bring hashes up to date, in which the vector itself stood. */
    static void define(Handle handle) throws SQLException {
        handle.define("vector_hash", 2, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(ofVector(Handle.present(value_text(0)), Handle.present(value_blob(1))));
            }
        });
        handle.define("record_hash", 9, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                String[] columns = new String[args()];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = i == 5 ? "" : Handle.present(value_text(i));
                }
                result(upToDate(columns, Handle.present(value_blob(5))));
            }
        });
    }

    // What did not match its hash keeps it, and so matches none.
    private static String upToDate(String[] columns, byte[] vector) {
        String evidence = Evidence.sorted(columns[8]);
        String before = RowHash.of(
                "record",
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                ByteBuffer.wrap(vector),
                columns[6],
                columns[7],
                evidence);
        return before.equals(columns[0])
                ? new RecordHash(ofVector(columns[4], vector), columns[6], columns[7], evidence)
                        .of(columns[1], columns[2], columns[3])
                : columns[0];
    }
}
