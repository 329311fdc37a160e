package io.personaagent.plugins.files;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Deadline;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for words in names and texts, within bounds of number, size and time. */
final class Search {

    private static final int MOST_FOUND = 20;
    private static final int MOST_OF_A_FILE = 1 << 20;
    private static final long MOST_READ = 64L << 20;
    private static final int LONGEST_LINE = 160;
    private static final int MOST_WORDS = 20;

    private final Folder folder;
    private final Deadline deadline;

    Search(Folder folder, Deadline deadline) {
        this.folder = folder;
        this.deadline = deadline;
    }

    /** A line for each file that holds all the words. */
    String of(String words) throws IOException {
        List<String> sought = words(words);
        if (sought.isEmpty() || sought.size() > MOST_WORDS) {
            throw new BadArgumentException("argument 'words' has %s; expected 1 to %d, such as: rent contract"
                    .formatted(Wording.count(sought.size(), "word"), MOST_WORDS));
        }
        List<String> found = new ArrayList<>();
        long read = 0;
        int looked = 0;
        List<Listed> all = folder.walk(deadline);
        for (Listed file : all) {
            if (found.size() >= MOST_FOUND || read >= MOST_READ || deadline.over()) {
                break;
            }
            read += Math.min(file.bytes(), MOST_OF_A_FILE);
            looked++;
            hit(file, sought).ifPresent(found::add);
        }
        String unseen = looked == all.size()
                ? ""
                : "\n(%d of %s were looked at)".formatted(looked, Wording.count(all.size(), "file"));
        return found.isEmpty()
                ? "None of your %s holds \"%s\".%s"
                        .formatted(Wording.count(all.size(), "file"), Wording.shown(words), unseen)
                : "%s with \"%s\":\n%s%s"
                        .formatted(
                                Wording.count(found.size(), "file"),
                                Wording.shown(words),
                                String.join("\n", found),
                                unseen);
    }

    private Optional<String> hit(Listed file, List<String> sought) {
        String name = folded(file.path());
        if (sought.stream().allMatch(name::contains)) {
            return Optional.of("- " + file.path());
        }
        String text = text(file);
        String all = name + "\n" + folded(text);
        if (!sought.stream().allMatch(all::contains)) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        return Stream.iterate(0, number -> number < lines.size(), number -> number + 1)
                .max(Comparator.comparingLong((Integer number) -> held(lines.get(number), sought))
                        .thenComparing(Comparator.reverseOrder()))
                .map(best -> "- %s, line %d: %s".formatted(file.path(), best + 1, excerpt(lines.get(best), sought)));
    }

    /** A file that cannot be read, or is no text, has none. */
    private String text(Listed file) {
        try {
            byte[] bytes = folder.read(Place.of("path", file.path()), MOST_OF_A_FILE);
            return (bytes.length < MOST_OF_A_FILE ? Text.of(bytes) : Text.ofBeginning(bytes)).orElse("");
        } catch (IOException | BadArgumentException unreadable) {
            return "";
        }
    }

    private static long held(String line, List<String> sought) {
        String said = folded(line);
        return sought.stream().filter(said::contains).count();
    }

    private static String excerpt(String line, List<String> sought) {
        int first = sought.stream()
                .mapToInt(line.toLowerCase(Locale.ROOT)::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int begin = first <= LONGEST_LINE / 2 ? 0 : Math.min(first - LONGEST_LINE / 4, line.length());
        String shown = line.substring(begin, Math.min(line.length(), begin + LONGEST_LINE));
        return shown.replaceAll("[\\p{Cs}\\p{Cc}]", " ").strip();
    }

    private static List<String> words(String text) {
        return Stream.of(folded(text).split("[\\s\\p{Punct}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
