package io.personaagent.memory.archive;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes one person's memory into a folder. The same memory gives the same bytes, whatever store it is in.
 *
 * <p>The folder appears under its name only when it is complete.
 */
public final class ArchiveWriter {

    private static final int PAGE = 256;

    private final UserStore store;
    private final Set<String> owners;

    /**
     * @param owners whose records are written along: those that cannot be derived from the log
     */
    public ArchiveWriter(UserStore store, Set<String> owners) {
        this.store = requireNonNull(store, "store");
        this.owners = new TreeSet<>(owners);
    }

    /**
     * Writes all there is.
     *
     * @param folder must not be there yet
     * @param progress hears how many positions of the log are written
     * @throws MemoryException when the folder is there, or the log is written to all the time
     */
    public Manifest write(Path folder, Progress progress) throws IOException {
        Path wanted = folder.toAbsolutePath().normalize();
        if (Files.exists(wanted)) {
            throw new MemoryException("'%s' is there already; an export needs a new folder".formatted(folder));
        }
        Path name = wanted.getFileName();
        Path parent = wanted.getParent();
        if (name == null || parent == null) {
            throw new MemoryException("'%s' is no name for a new folder".formatted(folder));
        }
        Files.createDirectories(parent);
        // Its owner alone may read it.
        Path partial = Files.createTempDirectory(parent, "." + name + "-");
        try {
            Manifest manifest = writeInto(partial, progress);
            Files.move(partial, wanted, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (FileAlreadyExistsException meanwhile) {
            throw new MemoryException(
                    "'%s' is there already; an export needs a new folder".formatted(folder), meanwhile);
        } finally {
            removeIfThere(partial);
        }
    }

    private Manifest writeInto(Path folder, Progress progress) throws IOException {
        Map<String, Manifest.Part> files = new TreeMap<>();
        files.put(LogLine.FILE, new LogCopy(store.episodes()).write(folder.resolve(LogLine.FILE), progress));
        files.put(RecordLine.FILE, lines(folder.resolve(RecordLine.FILE), this::records));
        files.put(ShelfLine.FILE, lines(folder.resolve(ShelfLine.FILE), this::shelves));
        Manifest manifest = new Manifest(store.user(), files);
        lines(folder.resolve(Manifest.FILE), lines -> lines.write(manifest.toJson()));
        return manifest;
    }

    private interface Content {
        void into(HashedLines lines) throws IOException;
    }

    private static Manifest.Part lines(Path file, Content content) throws IOException {
        try (HashedLines lines = new HashedLines(file)) {
            content.into(lines);
            return lines.finished();
        }
    }

    private void records(HashedLines lines) throws IOException {
        for (String owner : owners) {
            RecordReader records = store.records(owner);
            List<String> kinds = records.kinds();
            if (!kinds.isEmpty() || records.cursor() != 0) {
                lines.write(new RecordLine.Owner(owner, records.cursor()).toJson());
            }
            for (String kind : kinds) {
                kind(records, kind, lines);
            }
        }
    }

    private static void kind(RecordReader records, String kind, HashedLines lines) throws IOException {
        List<DerivedRecord> page = records.list(kind, "", PAGE);
        while (!page.isEmpty()) {
            for (DerivedRecord record : page) {
                lines.write(new RecordLine.Kept(record).toJson());
                for (var link : records.links(record.key())) {
                    lines.write(new RecordLine.Linked(link).toJson());
                }
            }
            page = records.list(kind, page.get(page.size() - 1).key().id(), PAGE);
        }
    }

    private void shelves(HashedLines lines) throws IOException {
        for (String shelf : store.shelves()) {
            for (Map.Entry<String, String> entry : store.shelf(shelf).all("").entrySet()) {
                lines.write(new ShelfLine(shelf, entry.getKey(), entry.getValue()).toJson());
            }
        }
    }

    private static void removeIfThere(Path partial) throws IOException {
        if (Files.exists(partial)) {
            for (String file : List.of(LogLine.FILE, RecordLine.FILE, ShelfLine.FILE, Manifest.FILE)) {
                Files.deleteIfExists(partial.resolve(file));
            }
            Files.delete(partial);
        }
    }
}
