package io.personaagent.memory.archive;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.text.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A folder that {@link ArchiveWriter} has written, and of which every byte was found to be as it was written. */
public final class Archive {

    private static final List<String> FILES = List.of(LogLine.FILE, RecordLine.FILE, ShelfLine.FILE);

    private final Path folder;
    private final Manifest manifest;

    private Archive(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Whether a folder looks like an archive. */
    public static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(Manifest.FILE));
    }

    /**
     * Opens an archive and verifies its hashes and each of its lines.
     *
     * @throws MemoryException when something is missing, was changed, or is not understood; the message says what
     */
    public static Archive open(Path folder) throws IOException {
        requireNonNull(folder, "folder");
        Archive archive = new Archive(folder, manifest(folder.resolve(Manifest.FILE)));
        for (String file : FILES) {
            archive.verify(file);
        }
        archive.each(LogLine.FILE, LogLine::parse, line -> {});
        archive.each(RecordLine.FILE, RecordLine::parse, line -> {});
        archive.each(ShelfLine.FILE, ShelfLine::parse, line -> {});
        return archive;
    }

    private static Manifest manifest(Path file) throws IOException {
        try {
            return Manifest.parse(Files.readString(file));
        } catch (UncheckedIOException | CharacterCodingException | IllegalArgumentException notOurs) {
            throw new MemoryException(
                    "%s is not the manifest of an export: %s".formatted(file, notOurs.getMessage()), notOurs);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Puts all of it into a store. What is there already is left as it is, so that it can be done twice, and goes on where it was stopped.
     *
     * @param progress hears how many lines are done
     * @throws io.personaagent.memory.spi.ConflictException when an episode of the same id and another content is there; what came before
     *     it stays
     */
    public Restored restoreInto(UserStore store, Progress progress) throws IOException {
        Restoration restoration = new Restoration(store, manifest.lines(), progress);
        each(LogLine.FILE, LogLine::parse, restoration::take);
        restoration.endOfLog();
        each(RecordLine.FILE, RecordLine::parse, restoration::take);
        restoration.endOfRecords();
        each(ShelfLine.FILE, ShelfLine::parse, restoration::take);
        return restoration.done();
    }

    private void verify(String name) throws IOException {
        Manifest.Part expected = manifest.files().get(name);
        Path file = folder.resolve(name);
        if (expected == null || !Files.isRegularFile(file)) {
            throw new MemoryException("the export lacks '%s'; nothing was imported".formatted(name));
        }
        if (!expected.sha256().equals(hash(file))) {
            throw new MemoryException(
                    "'%s' was changed after it was exported: its hash is not the one in %s; nothing was imported"
                            .formatted(name, Manifest.FILE));
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private interface Visitor<T> {
        void take(T line);
    }

    private <T> void each(String name, Function<String, T> parser, Visitor<T> visitor) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(name))) {
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                visitor.take(parsed(name, number, line, parser));
                number++;
            }
        }
    }

    private static <T> T parsed(String name, long number, String line, Function<String, T> parser) {
        try {
            return parser.apply(line);
        } catch (UncheckedIOException | IllegalArgumentException | DateTimeException wrong) {
            throw new MemoryException(
                    "'%s' line %d cannot be used: %s; nothing was imported".formatted(name, number, wrong.getMessage()),
                    wrong);
        }
    }
}
