package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.DerivedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Files as the programs of versions 1 to 4 wrote them: a record's vector in its row, and one hash over all. */
final class OldFiles {

    private OldFiles() {}

    /** A folder of users, of whom one has these records without attributes and evidence, of the owner {@code episodic}. */
    static Path of(Path users, int version, DerivedRecord... records) throws SQLException, IOException {
        Path file = Databases.file(users);
        Files.createDirectories(file.getParent());
        try (Handle handle = Databases.raw(file)) {
            new Schema(List.of(step(1))).migrate(handle);
            handle.run("INSERT INTO collection (owner, kind) VALUES ('episodic', 'turn')");
            TermTable terms = new TermTable(handle, handle.lastNumber());
            terms.create();
            for (DerivedRecord record : records) {
                insert(handle, record);
                terms.put(handle.lastNumber(), record.text());
            }
            List<String> steps = new ArrayList<>();
            for (int step = 1; step <= version; step++) {
                steps.add(step(step));
            }
            new Schema(steps).migrate(handle);
        }
        return users;
    }

    private static void insert(Handle handle, DerivedRecord record) throws SQLException {
        String id = record.key().id();
        String model = record.vector().model();
        byte[] vector = VectorBlob.of(record.vector());
        handle.run(
                "INSERT INTO record (collection, id, model, vector, attributes, text, hash) VALUES (1, ?, ?, ?, '{}', ?, ?)",
                id,
                model,
                vector,
                record.text(),
                RowHash.of("record", "episodic", "turn", id, model, ByteBuffer.wrap(vector), "{}", record.text(), ""));
    }

    private static String step(int number) throws IOException {
        try (InputStream script = requireNonNull(Schema.class.getResourceAsStream(number + ".sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
