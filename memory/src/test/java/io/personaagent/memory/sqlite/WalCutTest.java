package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.Soak;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power that fails in the middle of a write: of the log beside the database only a part has reached the disk, and perhaps nonsense after it. */
@Tag("fault")
class WalCutTest {

    private static final int COMMITS = 60;
    private static final int LONGEST_TAIL = 4096;

    @TempDir
    private Path folder;

    private final List<State> states = new ArrayList<>();
    private byte[] database = {};
    private byte[] wal = {};

    /** What a commit left: how long the log was then, every row of every table, and how far the person's log went. */
    private record State(long walBytes, List<String> rows, long end) {}

    @BeforeEach
    void writeAndCopy() throws IOException, SQLException {
        Path users = folder.resolve("whole");
        try (UserStore store = open(users)) {
            states.add(state(users, store));
            for (int i = 0; i < COMMITS; i++) {
                change(store, i);
                states.add(state(users, store));
            }
            database = Files.readAllBytes(Databases.file(users));
            wal = Files.readAllBytes(wal(users));
        }
        // Otherwise a checkpoint has come between, and the log began anew.
        assertThat(states.get(COMMITS).walBytes()).isEqualTo(wal.length);
        assertThat(states).extracting(State::rows).doesNotHaveDuplicates();
    }

    @Test
    void aLogThatWasCutAnywhere_givesExactlyTheCommitsBeforeTheCut() throws IOException, SQLException {
        int cuts = Soak.times("cuts", 500);
        Random random = Soak.random(20_260_302);
        Path users = folder.resolve("cut");
        for (int i = 0; i < cuts; i++) {
            int at = random.nextInt(wal.length + 1);
            byte[] tail = tail(i % 3, random);
            Files.createDirectories(users.resolve("ada"));
            Files.write(Databases.file(users), database);
            Files.write(wal(users), withTail(at, tail));
            State expected = before(at, tail);

            assertThat(rows(users))
                    .as("cut %d at byte %d of %d, tail of %d bytes", i, at, wal.length, tail.length)
                    .isEqualTo(expected.rows());
            if (i % 20 == 0) {
                goesOn(users, expected);
            }
            deleteAll(users.resolve("ada"));
            Soak.passed("cuts", i + 1);
        }
        System.out.printf(
                "%d cuts of a log of %d bytes and %d commits: each gave the commits before it%n",
                cuts, wal.length, COMMITS);
    }

    /** The store opens, finds nothing wrong, and takes the next episode. */
    private static void goesOn(Path users, State expected) {
        try (UserStore store = open(users)) {
            assertThat(store.check()).isEmpty();
            assertThat(store.episodes().end()).isEqualTo(expected.end());
            assertThat(store.episodes().append(Appender.episode("next", 1)).position())
                    .isEqualTo(expected.end() + 1);
        }
    }

    /** The last commit that lies whole before the cut; the tail may happen to go on rightly. */
    private State before(int at, byte[] tail) {
        int whole = at;
        for (byte next : tail) {
            if (whole >= wal.length || wal[whole] != next) {
                break;
            }
            whole++;
        }
        State last = states.get(0);
        for (State state : states) {
            if (state.walBytes() <= whole) {
                last = state;
            }
        }
        return last;
    }

    private static byte[] tail(int kind, Random random) {
        byte[] tail = new byte[kind == 0 ? 0 : 1 + random.nextInt(LONGEST_TAIL)];
        if (kind == 1) {
            random.nextBytes(tail);
        }
        return tail;
    }

    private byte[] withTail(int at, byte[] tail) {
        byte[] cut = Arrays.copyOf(wal, at + tail.length);
        System.arraycopy(tail, 0, cut, at, tail.length);
        return cut;
    }

    private static void change(UserStore store, int i) {
        switch (i % 3) {
            case 0 -> store.episodes().append(Appender.episode("e", i));
            case 1 -> store.episodes().add(Appender.episode("e", i - 1).id(), Feedback.good(TestEpisodes.NOON));
            default ->
                store.records("cut")
                        .applyIf(
                                store.records("cut").cursor(),
                                i,
                                Changes.put(DerivedRecord.of(
                                        new RecordKey("turn", "r" + i),
                                        "tea number " + i,
                                        Set.of(Appender.episode("e", i - 2).id()))));
        }
    }

    private static State state(Path users, UserStore store) throws IOException, SQLException {
        Path log = wal(users);
        return new State(
                Files.exists(log) ? Files.size(log) : 0,
                rows(users),
                store.episodes().end());
    }

    /** Every row of every table, with all its columns, as SQLite finds them. */
    private static List<String> rows(Path users) throws SQLException {
        try (Handle handle = new Connector(Databases.file(users), Databases.SHORT).probe()) {
            List<String> rows = new ArrayList<>();
            for (String table : handle.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
                    row -> Handle.text(row, 1))) {
                handle.each("SELECT * FROM \"%s\" ORDER BY 1".formatted(table), row -> rows.add(table + columns(row)));
            }
            return rows;
        }
    }

    private static String columns(ResultSet row) throws SQLException {
        StringBuilder columns = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.append('|').append(HexFormat.of().formatHex(Handle.bytes(row, i)));
        }
        return columns.toString();
    }

    private static UserStore open(Path users) {
        return new SqliteStores(users, CLOCK).open(ADA);
    }

    private static Path wal(Path users) {
        return Path.of(Databases.file(users) + "-wal");
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
