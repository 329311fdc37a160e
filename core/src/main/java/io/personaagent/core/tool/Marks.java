package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Redactor;
import io.personaagent.memory.text.Sha256;
import io.personaagent.tools.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a provider's shelf and workspace may be words of others, for one person, durably. Entries are marked one by one. Of files it is
 * known which the provider wrote with the person's own words: any other, and one that was changed by somebody else, may have come from
 * anywhere. No word of the person is in it, only checksums.
 */
final class Marks {

    /** The shelf of the marks; no provider can be called so. */
    static final String OWNER = "~words-of-others";

    private static final String MARK = "others";
    private static final int MOST_FILES = 5_000;
    private static final int LENGTH = 24;
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    private final ToolLending lending;
    private final String provider;

    Marks(ToolLending lending, String provider) {
        this.lending = requireNonNull(lending, "lending");
        this.provider = requireNonNull(provider, "provider");
    }

    /** Numbers, dates and the like tell a model nothing to do. */
    static boolean holdsWords(String text) {
        return WORD.matcher(text).find();
    }

    boolean isMarked(String key) {
        return shelf().get(place(key)).filter(MARK::equals).isPresent();
    }

    boolean anyMarked(Collection<String> keys) {
        if (keys.isEmpty()) {
            return false;
        }
        Set<String> marked = shelf().all(prefix()).keySet();
        return !marked.isEmpty() && keys.stream().map(this::place).anyMatch(marked::contains);
    }

    void mark(String key) {
        shelf().put(place(key), MARK);
    }

    void unmark(String key) {
        if (isMarked(key)) {
            shelf().remove(place(key));
        }
    }

    /** Whether all files there are known to be the person's own words. */
    boolean allOwn(Path folder) {
        Set<String> files = files(folder);
        return files.isEmpty() || (files.size() <= MOST_FILES && known().containsAll(files));
    }

    /** From now on all files that are there are known to be so. */
    void own(Path folder) {
        Set<String> files = files(folder);
        if (files.size() <= MOST_FILES && !files.equals(known())) {
            shelf().put(own(), String.join("\n", files));
        }
    }

    private Set<String> known() {
        return shelf().get(own()).map(text -> Set.of(text.split("\n", -1))).orElse(Set.of());
    }

    /** Each file by its place, size and time. */
    private static Set<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.limit(2L * MOST_FILES).toList();
            return found.stream()
                    .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> stamp(folder, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException("the workspace cannot be looked at: " + failed.getMessage(), failed);
        }
    }

    private static String stamp(Path folder, Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return hash("%s\n%d\n%s".formatted(folder.relativize(file), is.size(), is.lastModifiedTime()));
        } catch (IOException gone) {
            return hash(file.toString());
        }
    }

    private Shelf shelf() {
        return lending.shelf(OWNER);
    }

    /** As the shelf of a person keeps keys, without secrets. */
    private String place(String key) {
        return prefix() + hash(Redactor.redact(key).kept());
    }

    private String prefix() {
        return "entry/%s/".formatted(hash(provider));
    }

    private String own() {
        return "own/%s".formatted(hash(provider));
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, LENGTH);
    }
}
