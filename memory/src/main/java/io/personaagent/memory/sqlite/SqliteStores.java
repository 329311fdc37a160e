package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RepairableStores;
import io.personaagent.memory.spi.Repaired;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each person's store in a SQLite file of their own: {@code FOLDER/PERSON/memory.db}. Thread-safe.
 *
 * <p>Several processes may use the same folder: each write waits up to five seconds for the others'. Each {@link #open} is to be
 * closed. Any number of stores may be open: the files of those that were not used lately are closed meanwhile.
 */
public final class SqliteStores implements RepairableStores {

    static final String FILE = "memory.db";

    /** Of how many people the files stay open when they are not in use. */
    static final int MOST_OPEN = 64;

    /** Enough for a million memories, or ten people with a hundred thousand. */
    private static final long MOST_BYTES_KEPT = 128L << 20;

    /** Stands beside the people's folders. */
    static final String BALLAST = "room-for-forgetting";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStores.class);

    private final Path usersFolder;
    private final Clock clock;
    private final Schema schema;
    private final Duration patience;
    private final OpenFiles openFiles;
    private final Ballast ballast;
    private final Map<UserId, Lock> writing = new ConcurrentHashMap<>();
    private final KeptRoom room = new KeptRoom(MOST_BYTES_KEPT);

    /**
     * Stores below a folder, which need not be there yet.
     *
     * @param clock dates the copies that are made before a file is brought up to date
     */
    public SqliteStores(Path usersFolder, Clock clock) {
        this(usersFolder, clock, Schema.current(), Duration.ofSeconds(5));
    }

    SqliteStores(Path usersFolder, Clock clock, Schema schema, Duration patience) {
        this(usersFolder, clock, schema, patience, new OpenFiles(MOST_OPEN));
    }

    SqliteStores(Path usersFolder, Clock clock, Schema schema, Duration patience, OpenFiles openFiles) {
        this.usersFolder = requireNonNull(usersFolder, "usersFolder").toAbsolutePath();
        this.clock = requireNonNull(clock, "clock");
        this.schema = schema;
        this.patience = patience;
        this.openFiles = openFiles;
        this.ballast = new Ballast(this.usersFolder.resolve(BALLAST), 0);
    }

    private SqliteStores(SqliteStores other, Ballast ballast) {
        this.usersFolder = other.usersFolder;
        this.clock = other.clock;
        this.schema = other.schema;
        this.patience = other.patience;
        this.openFiles = other.openFiles;
        this.ballast = ballast;
    }

    /** The same with room on the disk, that many bytes, kept for forgetting when the disk is full. */
    public SqliteStores reserving(int bytes) {
        return new SqliteStores(this, new Ballast(usersFolder.resolve(BALLAST), bytes));
    }

    @Override
    public UserStore open(UserId user) {
        Path folder = folder(user);
        Lock lock = writing.computeIfAbsent(user, anyone -> new ReentrantLock(true));
        Database database = new Database(folder.resolve(FILE), openFiles, room, () -> connected(user, folder, lock));
        try {
            database.wake();
            return completed(user, folder, database);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private Connections connected(UserId user, Path folder, Lock lock) {
        Path file = folder.resolve(FILE);
        lock.lock();
        try {
            PrivateFiles.makeFolder(folder);
            if (FolderName.user(folder.getFileName().toString()).isEmpty()) {
                Files.writeString(folder.resolve(FolderName.LABEL), user.value());
            }
            Connector connector = new Connector(file, patience);
            if (Files.exists(folder.resolve(Repair.READY))) {
                new Repair(folder, schema, connector, clock).finish();
            }
            prepare(new DatabaseFile(folder, schema, connector, clock));
            return new Connections(connector, lock);
        } catch (SQLException failed) {
            throw new Failures(file, patience).of("open the store", failed);
        } catch (IOException failed) {
            throw new MemoryException(
                    "could not open the store: %s; check that the folder can be written (%s)".formatted(failed, file),
                    failed);
        } finally {
            lock.unlock();
        }
    }

    /** On a full disk, once more with the room that was kept: who cannot open a file cannot make room in it either. */
    private void prepare(DatabaseFile file) throws SQLException, IOException {
        try {
            file.prepare();
        } catch (SQLException failed) {
            if (!Failures.isFull(failed) || !ballast.release()) {
                throw failed;
            }
            file.prepare();
        }
    }

    // What is to be forgotten is forgotten before anything is served.
    private UserStore completed(UserId user, Path folder, Database database) {
        SqliteForgetting forgetting = new SqliteForgetting(database, new StoreFolder(folder), ballast, clock);
        forgetting.complete(patience);
        ballast.make();
        return new SqliteUserStore(user, folder, database, forgetting);
    }

    @Override
    public Repaired repair(UserId user, Set<String> kept) {
        Path folder = folder(user);
        Connector connector = new Connector(folder.resolve(FILE), patience);
        Lock lock = writing.computeIfAbsent(user, anyone -> new ReentrantLock(true));
        lock.lock();
        try {
            return new Repair(folder, schema, connector, clock).repair(kept);
        } catch (SQLException failed) {
            throw new Failures(connector.file(), patience).of("repair the store", failed);
        } catch (IOException failed) {
            throw new MemoryException(
                    "could not repair the store: %s; check that the folder can be written (%s)"
                            .formatted(failed, connector.file()),
                    failed);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Copies a person's store as it is at one moment, while it may be written to. The copy takes the place of {@code memory.db} to go
     * back to it.
     *
     * @throws MemoryException when there is no store, the name is taken, or the copy is not good
     */
    public void backUp(UserId user, Path copy) {
        Connector connector = new Connector(folder(user).resolve(FILE), patience);
        if (!Files.exists(connector.file())) {
            throw new MemoryException("there is no store of '%s' to copy (%s)".formatted(user, connector.file()));
        }
        try {
            new Backup(connector).to(copy.toAbsolutePath());
        } catch (SQLException failed) {
            throw new Failures(connector.file(), patience).of("copy the store", failed);
        } catch (IOException failed) {
            throw new MemoryException(
                    "could not copy the store: %s; check that the folder can be written (%s)".formatted(failed, copy),
                    failed);
        }
    }

    @Override
    public List<UserId> users() {
        if (!Files.isDirectory(usersFolder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(usersFolder)) {
            return folders.filter(folder -> Files.exists(folder.resolve(FILE)))
                    .flatMap(folder -> user(folder).stream())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new MemoryException(
                    "could not list the stores: %s; check that the folder can be read (%s)"
                            .formatted(failed, usersFolder),
                    failed);
        }
    }

    private static Optional<UserId> user(Path folder) {
        String name = folder.getFileName().toString();
        Optional<UserId> user = FolderName.user(name).or(() -> labelled(folder, name));
        if (user.isEmpty()) {
            LOG.warn("the folder {} belongs to nobody whom its name could tell; it is left alone", folder);
        }
        return user;
    }

    private static Optional<UserId> labelled(Path folder, String name) {
        try {
            return FolderName.user(name, Files.readString(folder.resolve(FolderName.LABEL)));
        } catch (IOException unreadable) {
            LOG.debug("{} has no readable label", folder, unreadable);
            return Optional.empty();
        }
    }

    /** The folder of one person, which need not be there yet. */
    public Path folder(UserId user) {
        return usersFolder.resolve(FolderName.of(user));
    }
}
