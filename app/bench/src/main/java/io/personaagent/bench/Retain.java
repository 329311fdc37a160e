package io.personaagent.bench;

import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One acknowledged episode beside a bare commit of the same bytes, both on the disk when they return. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Retain {

    private final Talk talk = new Talk(2);
    private Held held = Held.NONE;
    private int next;

    /** What is written to. */
    private record Held(UserStore store, Bare bare) {
        private static final Held NONE =
                new Held(new io.personaagent.memory.inmemory.InMemoryStores().open(new UserId("none")), text -> {});
    }

    /** Writes a text and commits. */
    private interface Bare extends AutoCloseable {
        void write(String text) throws SQLException;

        @Override
        default void close() throws SQLException {}
    }

    /** Opens two new files on the same disk. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("bench.folder", "target/lives"))), "retain");
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode = WAL");
            statement.executeUpdate("PRAGMA synchronous = FULL");
            statement.executeUpdate("CREATE TABLE log (position INTEGER PRIMARY KEY, body TEXT NOT NULL)");
        }
        PreparedStatement insert = connection.prepareStatement("INSERT INTO log (body) VALUES (?)");
        held = new Held(new SqliteStores(folder, Clock.systemUTC()).open(new UserId("ada")), bare(connection, insert));
    }

    private static Bare bare(Connection connection, PreparedStatement insert) {
        return new Bare() {
            @Override
            public void write(String text) throws SQLException {
                insert.setString(1, text);
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Ours. */
    @Benchmark
    public Object episode() {
        return held.store().episodes().append(talk.turn(next++));
    }

    /** The least that it can cost. */
    @Benchmark
    public int bareCommit() throws SQLException {
        String body = talk.turn(next++).toString();
        held.bare().write(body);
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Closes both. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        held.store().close();
        held.bare().close();
    }
}
