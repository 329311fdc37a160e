package io.personaagent.memory.prompt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The prompts that come with the program; a file {@code ID.txt} in the person's folder takes the place of one. */
public final class Prompts {

    private static final int MAX_BYTES = 64 * 1024;

    /** Only those that come with the program. */
    public static final Prompts SHIPPED = new Prompts(List.of());

    /** None or one. */
    private final List<Path> folders;

    private Prompts(List<Path> folders) {
        this.folders = folders;
    }

    /** @param folder need not exist */
    public Prompts(Path folder) {
        this(List.of(requireNonNull(folder, "folder")));
    }

    /**
     * The prompt of this id.
     *
     * @throws IllegalArgumentException when the person's own one cannot be used; the message names the file and what is wrong
     */
    public Prompt find(String id) {
        Prompt shipped = shipped(id);
        return folders.stream()
                .map(folder -> folder.resolve(id + ".txt"))
                .filter(Files::isRegularFile)
                .map(file -> own(file, shipped))
                .findFirst()
                .orElse(shipped);
    }

    /** The one that comes with the program. */
    public static Prompt shipped(String id) {
        try (InputStream resource = requireNonNull(Prompts.class.getResourceAsStream(id + ".txt"), id)) {
            return new Prompt(id, unix(new String(resource.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** It may leave the wording, not what is to be filled in: a model that is not told the question cannot judge the answer. */
    private static Prompt own(Path file, Prompt shipped) {
        Prompt own = new Prompt(shipped.id(), unix(read(file)));
        Set<String> missing = new TreeSet<>(shipped.places());
        missing.removeAll(own.places());
        Set<String> unknown = new TreeSet<>(own.places());
        unknown.removeAll(shipped.places());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException("%s must have the places %s and no others; %s"
                    .formatted(
                            file,
                            shipped.places(),
                            missing.isEmpty() ? "it has also " + unknown : "it lacks " + missing));
        }
        return own;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "%s has %,d bytes, but may have %,d".formatted(file, Files.size(file), MAX_BYTES));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "%s cannot be read as UTF-8: %s".formatted(file, unreadable), unreadable);
        }
    }

    /** The same hash wherever it was checked out. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
