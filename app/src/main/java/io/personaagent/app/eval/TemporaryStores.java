package io.personaagent.app.eval;

import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores on the disk that are gone when they are closed, also when the process is told to end. Thread-safe. */
public final class TemporaryStores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryStores.class);
    /** While it is deleted, a write that was under way may still make a file. */
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final SqliteStores stores;
    private final Thread atEnd = new Thread(this::delete, "delete-temporary-stores");
    private boolean closed;

    private TemporaryStores(Path folder, Clock clock) {
        this.folder = folder;
        this.stores = new SqliteStores(folder, clock);
    }

    /** In a new folder of the system's for temporary files. */
    public static TemporaryStores make(Clock clock) throws IOException {
        TemporaryStores made = new TemporaryStores(Files.createTempDirectory("personaagent-eval"), clock);
        Runtime.getRuntime().addShutdownHook(made.atEnd);
        return made;
    }

    /** Where they are. */
    Path folder() {
        return folder;
    }

    synchronized UserStore open(UserId user) {
        if (closed) {
            throw new IllegalStateException("the temporary stores are closed");
        }
        return stores.open(user);
    }

    /** Deletes what is kept of one, whose store has been closed. */
    void remove(UserId user) throws IOException {
        delete(stores.folder(user));
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            LOG.debug("the process is ending; the stores are deleted all the same", ending);
        }
    }

    private synchronized void delete() {
        closed = true;
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                delete(folder);
            } catch (IOException failed) {
                if (attempt == ATTEMPTS) {
                    LOG.warn("could not delete {}", folder, failed);
                    return;
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
