package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import io.personaagent.tools.Shelf;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider's entries. An entry that does not match its hash does not come out. */
final class SqliteShelf implements Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteShelf.class);
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_BYTES = 1 << 20;

    private final Database database;
    private final String owner;

    SqliteShelf(Database database, String owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public Optional<String> get(String key) {
        String name = checked(key);
        return database.read("read the shelf", handle -> handle.first(
                        "SELECT key, value, hash FROM shelf WHERE owner = ? AND key = ?", this::value, owner, name)
                .flatMap(value -> value));
    }

    @Override
    public void put(String key, String value) {
        String name = checked(key);
        String text = Text.clean(requireNonNull(value, "value"));
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("the value of shelf key '%s' takes %d bytes; at most %d are kept"
                    .formatted(name, bytes, MOST_BYTES));
        }
        database.write(
                "write the shelf",
                handle -> handle.run(
                        "INSERT INTO shelf (owner, key, value, hash) VALUES (?, ?, ?, ?) "
                                + "ON CONFLICT (owner, key) DO UPDATE SET value = excluded.value, hash = excluded.hash",
                        owner,
                        name,
                        text,
                        hash(owner, name, text)));
    }

    @Override
    public void remove(String key) {
        String name = checked(key);
        database.write(
                "write the shelf", handle -> handle.run("DELETE FROM shelf WHERE owner = ? AND key = ?", owner, name));
    }

    @Override
    public Map<String, String> all(String prefix) {
        String start = Text.clean(requireNonNull(prefix, "prefix"));
        return database.read("read the shelf", handle -> {
            Map<String, String> found = new LinkedHashMap<>();
            // Those with the prefix stand together.
            handle.each(
                    "SELECT key, value, hash FROM shelf WHERE owner = ? AND key >= ? ORDER BY key",
                    row -> {
                        String key = Handle.text(row, 1);
                        boolean fits = key.startsWith(start);
                        if (fits) {
                            value(row).ifPresent(value -> found.put(key, value));
                        }
                        return fits;
                    },
                    owner,
                    start);
            return Collections.unmodifiableMap(found);
        });
    }

    private Optional<String> value(ResultSet row) throws SQLException {
        String key = Handle.text(row, 1);
        String value = Handle.text(row, 2);
        if (!hash(owner, key, value).equals(Handle.text(row, 3))) {
            LOG.error(
                    "the shelf entry '{}' of {} is damaged on the disk and is left out; 'doctor' tells more",
                    key,
                    owner);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    static String hash(String owner, String key, String value) {
        return RowHash.of("shelf", owner, key, value);
    }

    private static String checked(String key) {
        String clean = Text.clean(requireNonNull(key, "key"));
        int characters = clean.codePointCount(0, clean.length());
        if (characters < 1 || characters > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a shelf key has %d characters; it must have 1 to %d".formatted(characters, MOST_CHARACTERS));
        }
        return clean;
    }
}
