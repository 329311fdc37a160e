package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's database file, and the decision whether it may be opened.
 *
 * <p>A file that is not ours, is newer than this program, or cannot be read is refused and left as it is. An empty file is refused too,
 * as it may be all that is left of a full one; unless the {@link #BEGUN} mark beside it tells that it was just being made.
 *
 * <p>The file is never opened but through SQLite: when a process closes any handle of a file, it loses all its locks on it.
 */
final class DatabaseFile {

    /** Stands beside the database from before it is made until it is complete. */
    static final String BEGUN = "memory.db.begun";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    private final Path folder;
    private final Path file;
    private final Path begun;
    private final Schema schema;
    private final Connector connector;
    private final Clock clock;

    DatabaseFile(Path folder, Schema schema, Connector connector, Clock clock) {
        this.folder = folder;
        this.file = connector.file();
        this.begun = folder.resolve(BEGUN);
        this.schema = schema;
        this.connector = connector;
        this.clock = clock;
    }

    /** Makes the file or brings it up to date, as needed. */
    void prepare() throws SQLException, IOException {
        if (isNew()) {
            create();
        } else {
            int version = acceptedVersion();
            if (version < schema.version()) {
                backUp(version);
                upgrade();
            }
            Files.deleteIfExists(begun);
        }
    }

    private boolean isNew() throws SQLException, IOException {
        if (!Files.exists(file)) {
            refuseIf(
                    Files.exists(folder.resolve(SqliteStores.FILE + "-wal")) && !Files.exists(begun),
                    "the database is gone, but the log beside it (-wal) is there and may hold the latest entries; "
                            + "put the database back, or move the log away to begin anew");
            return true;
        }
        if (Files.size(file) == 0) {
            // Asked again afterwards: another process may have completed it and taken its mark away.
            boolean beingMade = Files.exists(begun);
            refuseIf(
                    !beingMade && Files.size(file) == 0,
                    "the file is empty, what it held is lost or was never written; "
                            + "put back a backup, or move the file away to begin anew");
            return beingMade;
        }
        return Files.exists(begun) && isBlank();
    }

    private boolean isBlank() throws SQLException {
        try (Handle probe = connector.probe()) {
            return probe.number("PRAGMA application_id") == 0
                    && probe.number("SELECT count(*) FROM sqlite_schema") == 0;
        }
    }

    private void create() throws SQLException, IOException {
        try {
            Files.createFile(begun);
        } catch (FileAlreadyExistsException another) {
            LOG.debug("{} was begun before", file);
        }
        upgrade();
        PrivateFiles.sync(folder);
        Files.deleteIfExists(begun);
    }

    private void upgrade() throws SQLException, IOException {
        try (Handle handle = connector.raw()) {
            PrivateFiles.restrictFile(file);
            connector.toWal(handle);
            Pragmas.forWriting(handle, connector.patience());
            schema.migrate(handle);
        }
    }

    private int acceptedVersion() throws SQLException {
        try (Handle probe = connector.probe()) {
            long application = probe.number("PRAGMA application_id");
            refuseIf(
                    application != Schema.APPLICATION_ID,
                    "this is a database of another program (application id %d instead of %d); nothing was changed; "
                                    .formatted(application, Schema.APPLICATION_ID)
                            + "move the file away, or choose another home");
            int version = (int) probe.number("PRAGMA user_version");
            refuseIf(
                    version > schema.version(),
                    "the file has version %d, but this program knows versions up to %d; nothing was changed; "
                                    .formatted(version, schema.version())
                            + "use the newer PersonaAgent, or choose another home");
            return version;
        }
    }

    private void backUp(int version) throws SQLException, IOException {
        Path backup = folder.resolve("memory.db.version-%d-%d.backup".formatted(version, clock.millis()));
        if (!Files.exists(backup)) {
            new Backup(connector).to(backup);
        }
        LOG.info("{} is brought from version {} to {}; a copy is kept as {}", file, version, schema.version(), backup);
    }

    private void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new MemoryException("could not open the store: %s (%s)".formatted(why, file));
        }
    }
}
