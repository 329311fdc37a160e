package io.personaagent.plugins.files;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One person's folder. Nothing outside of it is read or written: links are not followed, and what is neither a file nor a folder is
 * left alone.
 *
 * @param root as {@link Path#toRealPath} gives it
 */
record Folder(Path root, Room room) {

    private static final int MOST_WALKED = 5_000;
    private static final int DEEPEST = 16;

    boolean exists(Place place) throws IOException {
        return Files.exists(safe(place), LinkOption.NOFOLLOW_LINKS);
    }

    /** What is directly in a folder: folders first, then files, each by name; nothing hidden, no links. */
    List<Listed> list(Place folder) throws IOException {
        Path path = safe(folder);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadArgumentException("there is no folder '%s'".formatted(folder));
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.limit(MOST_WALKED)
                    .filter(Folder::isVisible)
                    .map(this::listed)
                    .sorted(Comparator.comparing((Listed each) -> !each.isFolder())
                            .thenComparing(Listed::path))
                    .toList();
        }
    }

    /** All files by path, those in folders as well; the first {@value #MOST_WALKED} that are come across, as long as there is time. */
    List<Listed> walk(Deadline deadline) throws IOException {
        Walk walk = new Walk(root, MOST_WALKED, deadline);
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
        return walk.found().stream()
                .map(this::listed)
                .sorted(Comparator.comparing(Listed::path))
                .toList();
    }

    long size(Place file) throws IOException {
        return regular(file).size();
    }

    /** The first bytes of a file, at most so many. */
    byte[] read(Place file, int most) throws IOException {
        regular(file);
        try (InputStream in = Files.newInputStream(safe(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }

    /** Writes a new file, whole or not at all, with the folders that it is in. */
    void create(Place file, byte[] content) throws IOException {
        if (exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        put(file, content);
    }

    /** Writes a file, whole or not at all, over the one that is there. */
    void replace(Place file, byte[] content) throws IOException {
        if (exists(file)) {
            regular(file);
        }
        put(file, content);
    }

    private void put(Place file, byte[] content) throws IOException {
        Path target = safe(file);
        Files.createDirectories(target.getParent());
        Path again = safe(file);
        Path staged = again.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out = FileChannel.open(
                    staged,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(staged, again, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private BasicFileAttributes regular(Place file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(safe(file), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                throw new BadArgumentException("'%s' is a folder; expected a file".formatted(file));
            }
            if (!attributes.isRegularFile()) {
                throw new BadArgumentException("'%s' is no ordinary file and is left alone".formatted(file));
            }
            return attributes;
        } catch (NoSuchFileException nowhere) {
            throw new BadArgumentException("there is no file '%s'".formatted(file));
        }
    }

    /** The path of a place, once no part of it turned out to be a link or to lie elsewhere. */
    private Path safe(Place place) throws IOException {
        Path at = root;
        for (Path name : root.relativize(place.under(root))) {
            at = at.resolve(name);
            if (Files.isSymbolicLink(at)) {
                throw new BadArgumentException(
                        "'%s' is or lies behind a link, and links are not followed".formatted(place));
            }
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !at.toRealPath().startsWith(root)) {
                throw new BadArgumentException("'%s' lies outside of the folder".formatted(place));
            }
        }
        return at;
    }

    private Listed listed(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Listed(
                    inside(path) + (attributes.isDirectory() ? "/" : ""),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant());
        } catch (IOException goneMeanwhile) {
            return new Listed(inside(path), 0, Instant.EPOCH);
        }
    }

    private String inside(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isVisible(Path path) {
        return !String.valueOf(path.getFileName()).startsWith(".")
                && (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }
}
