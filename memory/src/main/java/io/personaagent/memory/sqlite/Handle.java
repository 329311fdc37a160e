package io.personaagent.memory.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.Function;

/** One connection with its prepared statements. Not thread-safe: who borrowed it has it alone. */
final class Handle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Handle.class);
    private static final int MOST_REMEMBERED = 1_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<List<String>, Long> remembered = new HashMap<>();
    private long rememberedVersion;

    /** Makes a value of the row that the result stands on. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes row after row. */
    interface RowVisitor {
        /** Whether it wants another one. */
        boolean visit(ResultSet row) throws SQLException;
    }

    Handle(Connection connection) {
        this.connection = connection;
    }

    /** A column's text; empty for NULL, which a damaged row can have in any column. */
    static String text(ResultSet row, int column) throws SQLException {
        return present(row.getString(column));
    }

    /** A column's bytes; none for NULL. */
    static byte[] bytes(ResultSet row, int column) throws SQLException {
        return present(row.getBytes(column));
    }

    static String present(@Nullable String text) {
        return text == null ? "" : text;
    }

    static byte[] present(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    /** Runs a statement that returns nothing; how many rows it changed. */
    int run(String sql, Object... values) throws SQLException {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException failed) {
            drop(sql, failed);
            throw failed;
        }
    }

    /** Ends a transaction without a change, if it has not ended by itself. */
    void rollBack() {
        try {
            run("ROLLBACK");
        } catch (SQLException already) {
            LOG.debug("SQLite has rolled back by itself", already);
        }
    }

    /** Runs a script of several statements, without keeping them. */
    void script(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Reads row by row for as long as the visitor wants. The same statement must not be run meanwhile. */
    void each(String sql, RowVisitor visitor, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = visitor.visit(rows);
            }
        } catch (SQLException failed) {
            drop(sql, failed);
            throw failed;
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reader.read(row)), values);
        return all;
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, row -> !found.add(reader.read(row)), values);
        return found.stream().findFirst();
    }

    /** Makes a function known to SQL; equal values give equal results. */
    void define(String name, int values, Function function) throws SQLException {
        Function.create(connection, name, function, values, Function.FLAG_DETERMINISTIC);
    }

    /** The whole number in the only column of the only row; 0 when there is no row or it is NULL. */
    long number(String sql, Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** As {@link #number}, but asked once for as long as no other connection changes the file. For connections that only read. */
    long remembered(String sql, String value) throws SQLException {
        long version = number("PRAGMA data_version");
        if (version != rememberedVersion || remembered.size() == MOST_REMEMBERED) {
            remembered.clear();
            rememberedVersion = version;
        }
        List<String> question = List.of(sql, value);
        Long known = remembered.get(question);
        if (known == null) {
            known = number(sql, value);
            remembered.put(question, known);
        }
        return known;
    }

    /** The number that the row inserted last has got. */
    long lastNumber() throws SQLException {
        return number("SELECT last_insert_rowid()");
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    // After some failures, such as a full disk, the driver has done away with the statement, and would refuse it for
    // ever.
    private void drop(String sql, SQLException why) {
        PreparedStatement statement = statements.remove(sql);
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException gone) {
            why.addSuppressed(gone);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
