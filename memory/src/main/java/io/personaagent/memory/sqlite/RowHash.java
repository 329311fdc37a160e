package io.personaagent.memory.sqlite;

import io.personaagent.memory.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, as hexadecimal text, over the columns of a row, each with its length before it, so that no two rows read the same. */
final class RowHash {

    private RowHash() {}

    /**
     * The hash of a row.
     *
     * @param table sets rows of different tables apart
     * @param columns texts, whole numbers and buffers of bytes
     */
    static String of(String table, Object... columns) {
        MessageDigest digest = Sha256.digest();
        add(digest, table);
        for (Object column : columns) {
            add(digest, column);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Object column) {
        ByteBuffer bytes =
                column instanceof ByteBuffer raw ? raw.duplicate() : StandardCharsets.UTF_8.encode(column.toString());
        digest.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.remaining()).flip());
        digest.update(bytes);
    }
}
