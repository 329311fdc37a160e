package io.personaagent.memory.sqlite;

import io.personaagent.memory.spi.MemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in one person's folder beside the database. */
record StoreFolder(Path path) {

    /** What SQLite itself works with, and must not be touched while the database is open. */
    private static final Set<String> ITS_OWN = Set.of(
            SqliteStores.FILE,
            SqliteStores.FILE + "-wal",
            SqliteStores.FILE + "-shm",
            SqliteStores.FILE + "-journal",
            DatabaseFile.BEGUN);

    private interface Entries<T> {
        T with(Stream<Path> entries) throws IOException;
    }

    /** The copies of the database that were made before an upgrade, or of a damaged one. */
    List<Path> copies() {
        return entries(entries -> entries.filter(StoreFolder::isCopy).sorted().toList());
    }

    private static boolean isCopy(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith(SqliteStores.FILE + ".") && !ITS_OWN.contains(name) && Files.isRegularFile(entry);
    }

    void deleteCopies() {
        copies().forEach(StoreFolder::delete);
    }

    /** Deletes all but the database and the label that says whose folder it is. */
    void deleteTheRest() {
        List<Path> rest = entries(entries -> entries.filter(StoreFolder::isRest).toList());
        rest.forEach(StoreFolder::deleteAll);
    }

    private static boolean isRest(Path entry) {
        String name = entry.getFileName().toString();
        return !ITS_OWN.contains(name) && !name.equals(FolderName.LABEL);
    }

    private static void deleteAll(Path entry) {
        try (Stream<Path> below = Files.walk(entry)) {
            below.sorted(Comparator.reverseOrder()).forEach(StoreFolder::delete);
        } catch (IOException failed) {
            throw failure(entry, failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw failure(file, failed);
        }
    }

    private <T> T entries(Entries<T> work) {
        try (Stream<Path> entries = Files.list(path)) {
            return work.with(entries);
        } catch (IOException failed) {
            throw failure(path, failed);
        }
    }

    private static MemoryException failure(Path file, IOException failed) {
        return new MemoryException(
                "could not wipe what was forgotten: %s; check the permissions, then try again (%s)"
                        .formatted(failed, file),
                failed);
    }
}
