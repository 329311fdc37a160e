package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.Inventory;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks through one person's files. */
final class SqliteInventory implements Inventory {

    private static final int PIECE = 1 << 20;

    private static final String READING = "look through the store";

    private static final String TEXTS =
            """
            SELECT id || ' ' || session || char(10) || body FROM episode UNION ALL
            SELECT verdict || char(10) || text FROM feedback UNION ALL
            SELECT id || char(10) || attributes || char(10) || text FROM record UNION ALL
            SELECT model FROM vector UNION ALL
            SELECT from_id || char(10) || relation || char(10) || to_id FROM link UNION ALL
            SELECT owner || ' ' || kind FROM collection UNION ALL
            SELECT owner || ' ' || episode FROM absorb_again UNION ALL
            SELECT digest || removed FROM forgetting UNION ALL
            SELECT owner FROM cursor UNION ALL
            SELECT name || ' ' || ifnull(sql, '') FROM sqlite_schema""";

    private final Database database;
    private final StoreFolder folder;

    SqliteInventory(Database database, StoreFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public List<String> owners() {
        return database.read(
                READING,
                handle -> handle.list(
                        "SELECT DISTINCT owner FROM collection JOIN record ON collection = collection.id"
                                + " UNION SELECT DISTINCT owner FROM link ORDER BY 1",
                        row -> Handle.text(row, 1)));
    }

    @Override
    public void texts(Consumer<String> visitor) {
        database.read(READING, handle -> {
            texts(handle, TEXTS, visitor);
            // Without the stop words other words stand next to each other than in the text itself.
            for (Collection collection : Collection.all(handle)) {
                texts(handle, collection.terms(handle).texts(), visitor);
            }
            return true;
        });
    }

    private static void texts(Handle handle, String query, Consumer<String> visitor) throws SQLException {
        handle.each(query, row -> {
            visitor.accept(Handle.text(row, 1));
            return true;
        });
    }

    @Override
    public void vectors(Consumer<Vector> visitor) {
        database.read(READING, handle -> {
            handle.each("SELECT model, floats FROM vector", row -> {
                visitor.accept(VectorBlob.vector(Handle.text(row, 1), Handle.bytes(row, 2)));
                return true;
            });
            return true;
        });
    }

    @Override
    public List<Path> copies() {
        return folder.copies();
    }

    // The index of the log, -shm, holds page numbers only, and to close it would lose SQLite its locks.
    @Override
    public void files(FileVisitor visitor) {
        List<Path> files = new ArrayList<>(folder.copies());
        files.add(Path.of(database.file() + "-wal"));
        files.add(folder.path().resolve(FolderName.LABEL));
        try {
            read(database.file(), LastingChannel.of(database.file()), visitor);
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    try (FileChannel channel = FileChannel.open(file)) {
                        read(file, channel, visitor);
                    }
                }
            }
        } catch (IOException failed) {
            throw new MemoryException("could not %s: %s (%s)".formatted(READING, failed, folder.path()), failed);
        }
    }

    private static void read(Path file, FileChannel channel, FileVisitor visitor) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        long position = 0;
        while (channel.read(buffer, position) > 0) {
            buffer.flip();
            int length = buffer.remaining();
            visitor.piece(file, position, buffer);
            position += length;
            buffer.clear();
        }
    }
}
