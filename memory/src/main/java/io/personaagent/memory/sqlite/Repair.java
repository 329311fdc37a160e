package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Repaired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what is whole of one person's damaged file into a new one.
 *
 * <p>The damaged file is read from a copy and never written. The new one is made beside it; once it is complete and was checked it bears
 * the name {@link #READY}, and from then on it takes the old one's place, after a crash as well: see {@link #finish}.
 */
final class Repair {

    /** A new file that is complete and waits to take the old one's place. */
    static final String READY = "memory.db.repaired";

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);
    private static final String COPY = "memory.db.damaged-copy";
    private static final String RECOVERED = "memory.db.recovered";
    private static final String BEGUN = "memory.db.repairing";
    private static final List<String> BESIDE = List.of("", "-wal", "-shm");

    private final Path folder;
    private final Connector connector;
    private final Schema schema;
    private final Clock clock;

    Repair(Path folder, Schema schema, Connector connector, Clock clock) {
        this.folder = folder;
        this.connector = connector;
        this.schema = schema;
        this.clock = clock;
    }

    /** How a file was when it was looked at; another process that writes changes it. */
    private record Stamp(List<FileTime> times, List<Long> sizes) {}

    Repaired repair(Set<String> kept) throws SQLException, IOException {
        refuseIfInUse();
        remove(COPY, RECOVERED, BEGUN);
        Stamp before = stamp();
        try {
            copy();
            Salvage salvaged = salvage(kept);
            if (!stamp().equals(before)) {
                throw inUse();
            }
            Files.move(file(BEGUN), file(READY), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(folder);
            Path damaged = finish();
            return new Repaired(salvaged.episodes(), salvaged.lost(), damaged);
        } finally {
            remove(COPY, RECOVERED, BEGUN);
        }
    }

    /** Puts a complete new file into the place of the old one; where the old one is kept. */
    Path finish() throws IOException {
        String kept = "memory.db.damaged-%d.backup".formatted(clock.millis());
        for (String beside : BESIDE) {
            Path old = folder.resolve(SqliteStores.FILE + beside);
            if (Files.exists(old)) {
                Files.move(old, file(kept + beside), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file(READY), connector.file(), StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(folder);
        LOG.info("{} was repaired; the damaged file is kept as {}", connector.file(), kept);
        return file(kept);
    }

    private Salvage salvage(Set<String> kept) throws SQLException, IOException {
        Connector target = empty(BEGUN, schema);
        try (Handle recovered = empty(RECOVERED, damagedSchema()).raw();
                Database rescued = new Database(target, new ReentrantLock())) {
            Salvage salvage = new Salvage(recovered, rescued, recovered(recovered));
            salvage.all(kept);
            List<String> problems = new Inspection(rescued).problems();
            if (!problems.isEmpty()) {
                throw new MemoryException(
                        "could not repair the store: the new file is not good (%s); nothing was changed (%s)"
                                .formatted(problems.get(0), connector.file()));
            }
            return salvage;
        }
    }

    /** The damaged file's: a table may have had other columns then. */
    private Schema damagedSchema() {
        try (Handle probe = connector.at(file(COPY)).probe()) {
            long version = probe.number("PRAGMA user_version");
            return version > 0 && version < schema.version() ? schema.upTo((int) version) : schema;
        } catch (SQLException unreadable) {
            LOG.debug("the version of {} cannot be read", connector.file(), unreadable);
            return schema;
        }
    }

    private Connector empty(String name, Schema schema) throws SQLException, IOException {
        Connector made = connector.at(file(name));
        try (Handle handle = made.raw()) {
            PrivateFiles.restrictFile(file(name));
            made.toWal(handle);
            Pragmas.forWriting(handle, connector.patience());
            schema.migrate(handle);
        }
        return made;
    }

    /** Fills it from the damaged file; how much could not be read. */
    private long recovered(Handle handle) throws SQLException {
        handle.run("ATTACH DATABASE ? AS damaged", file(COPY).toString());
        handle.number("SELECT count(*) FROM damaged.sqlite_schema");
        long lost = new RowCopy(handle).all();
        schema.migrate(handle);
        return lost;
    }

    private void copy() throws IOException {
        for (String beside : List.of("", "-wal")) {
            Path from = folder.resolve(SqliteStores.FILE + beside);
            if (Files.exists(from)) {
                Files.copy(from, file(COPY + beside));
                PrivateFiles.restrictFile(file(COPY + beside));
            }
        }
    }

    // A file that is too broken to be locked is locked by nobody.
    private void refuseIfInUse() throws SQLException {
        try (Handle handle = connector.raw()) {
            handle.script("PRAGMA locking_mode = EXCLUSIVE");
            handle.script("BEGIN EXCLUSIVE");
            handle.script("ROLLBACK");
        } catch (SQLException failed) {
            if (Failures.isBusy(failed)) {
                throw inUse();
            }
            LOG.debug("{} cannot be locked", connector.file(), failed);
        }
    }

    private MemoryException inUse() {
        return new MemoryException("could not repair the store: it is in use; close the other program that uses it (%s)"
                .formatted(connector.file()));
    }

    private Stamp stamp() throws IOException {
        List<FileTime> times = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (String beside : List.of("", "-wal")) {
            Path each = folder.resolve(SqliteStores.FILE + beside);
            if (Files.exists(each)) {
                times.add(Files.getLastModifiedTime(each));
                sizes.add(Files.size(each));
            }
        }
        return new Stamp(times, sizes);
    }

    private void remove(String... names) throws IOException {
        for (String name : names) {
            for (String beside : BESIDE) {
                Files.deleteIfExists(file(name + beside));
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
