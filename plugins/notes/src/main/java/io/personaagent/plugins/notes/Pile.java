package io.personaagent.plugins.notes;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.ToolContext;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbered entries of one sort on a person's shelf, the oldest first.
 *
 * <p>Numbers count up and are never used again, so that "note 3" stays note 3. One lock for all people: the work under it is short, and
 * two calls at once must not take the same number.
 */
final class Pile {

    private static final String SEPARATOR = "\n";
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_NAMED = 5;
    private static final int LONGEST_NAME = 60;
    private static final Pattern NUMBER = Pattern.compile("#?0*(\\d{1,6})\\.?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private final String sort;
    private final Object lock = new Object();

    /** @param sort what one entry is called: "note", "to-do" */
    Pile(String sort) {
        this.sort = sort;
    }

    Entry add(String text, ToolContext context) {
        String kept = usable(text);
        synchronized (lock) {
            Shelf shelf = context.shelf();
            int number = shelf.get(counter()).map(Integer::parseInt).orElse(0) + 1;
            if (number > MOST_ENTRIES) {
                throw new BadArgumentException(
                        "there have been %d %ss, and there is no room for more".formatted(MOST_ENTRIES, sort));
            }
            shelf.put(counter(), Integer.toString(number));
            Entry entry = new Entry(number, context.clock().instant(), false, kept);
            keep(entry, shelf);
            return entry;
        }
    }

    List<Entry> all(ToolContext context) {
        return context.shelf().all(prefix()).entrySet().stream()
                .map(kept -> Entry.read(
                        Integer.parseInt(kept.getKey().substring(prefix().length())), kept.getValue(), SEPARATOR))
                .toList();
    }

    /** The entries that hold all the words, in any order. */
    List<Entry> matching(String words, ToolContext context) {
        List<String> sought = words(words);
        return all(context).stream()
                .filter(entry -> !sought.isEmpty() && sought.stream().allMatch(folded(entry.text())::contains))
                .toList();
    }

    /**
     * The one entry that is meant by its number or by words of it.
     *
     * @throws BadArgumentException when there is no such entry, or more than one
     */
    Entry the(String meant, String argument, ToolContext context) {
        Optional<Entry> numbered = byNumber(meant, context);
        if (numbered.isPresent()) {
            return numbered.get();
        }
        List<Entry> found = preferOpen(matching(meant, context));
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new BadArgumentException(
                found.isEmpty() ? unknown(meant, argument, context) : ambiguous(meant, argument, found));
    }

    void replace(Entry entry, ToolContext context) {
        synchronized (lock) {
            keep(entry, context.shelf());
        }
    }

    void remove(Entry entry, ToolContext context) {
        context.shelf().remove(key(entry.number()));
    }

    private Optional<Entry> byNumber(String meant, ToolContext context) {
        return Optional.of(NUMBER.matcher(meant.strip()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .flatMap(number -> context.shelf().get(key(number)).map(value -> Entry.read(number, value, SEPARATOR)));
    }

    /** What is done is rarely what is meant, unless nothing else fits. */
    private static List<Entry> preferOpen(List<Entry> found) {
        List<Entry> open = found.stream().filter(entry -> !entry.done()).toList();
        return open.isEmpty() ? found : open;
    }

    private String unknown(String meant, String argument, ToolContext context) {
        List<Entry> all = all(context);
        return all.isEmpty()
                ? "argument '%s' is '%s', but there are no %ss".formatted(argument, shortened(meant), sort)
                : "argument '%s' is '%s', but there is no such %s; expected a number or words of one of: %s"
                        .formatted(argument, shortened(meant), sort, named(all));
    }

    private String ambiguous(String meant, String argument, List<Entry> found) {
        return "argument '%s' is '%s', which fits %d %ss; expected the number of one of: %s"
                .formatted(argument, shortened(meant), found.size(), sort, named(found));
    }

    private static String named(List<Entry> entries) {
        String named = entries.stream()
                .limit(MOST_NAMED)
                .map(entry -> "%d. %s".formatted(entry.number(), shortened(entry.text())))
                .collect(Collectors.joining("; "));
        return entries.size() <= MOST_NAMED ? named : named + "; and %d more".formatted(entries.size() - MOST_NAMED);
    }

    private String usable(String text) {
        String cleaned = INVISIBLE.matcher(text).replaceAll("").strip();
        if (cleaned.isEmpty()) {
            throw new BadArgumentException("argument 'text' is empty; expected the words of the %s".formatted(sort));
        }
        if (cleaned.length() > LONGEST_TEXT) {
            throw new BadArgumentException("argument 'text' has %d characters; a %s has at most %d"
                    .formatted(cleaned.length(), sort, LONGEST_TEXT));
        }
        return cleaned;
    }

    private void keep(Entry entry, Shelf shelf) {
        shelf.put(key(entry.number()), entry.written(SEPARATOR));
    }

    private String counter() {
        return sort + "-count";
    }

    private String prefix() {
        return sort + "/";
    }

    /** Padded, so that the order of the keys is the order of the numbers. */
    private String key(int number) {
        return prefix() + "%06d".formatted(number);
    }

    private static List<String> words(String text) {
        return Stream.of(folded(text).split("[\\s\\p{Punct}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "...";
    }
}
