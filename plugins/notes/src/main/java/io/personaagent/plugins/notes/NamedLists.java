package io.personaagent.plugins.notes;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists with a name on a person's shelf, each as its name and its items, a line each. One lock for all people: the work under it is short. */
final class NamedLists {

    private static final String PREFIX = "list/";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ITEM = 500;
    private static final int MOST_ITEMS = 1_000;

    private final Object lock = new Object();

    /** A list as it is called, and what is on it. */
    record Named(String name, List<String> items) {
        Named {
            items = List.copyOf(items);
        }

        private String written() {
            return name + "\n" + String.join("\n", items);
        }

        private static Named read(String value) {
            List<String> lines = Arrays.asList(value.split("\n", -1));
            return new Named(
                    lines.get(0),
                    lines.subList(1, lines.size()).stream()
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
    }

    /** The list of this name; empty where there is none. */
    Optional<Named> find(String name, ToolContext context) {
        return context.shelf().get(key(name)).map(Named::read);
    }

    List<Named> all(ToolContext context) {
        return context.shelf().all(PREFIX).values().stream().map(Named::read).toList();
    }

    Named add(String item, String name, ToolContext context) {
        synchronized (lock) {
            Named before = find(name, context).orElseGet(() -> new Named(shown(name), List.of()));
            if (before.items().size() >= MOST_ITEMS) {
                throw new BadArgumentException(
                        "the %s list has %d items, and there is no room for more".formatted(before.name(), MOST_ITEMS));
            }
            List<String> items = new ArrayList<>(before.items());
            items.add(line("item", item, LONGEST_ITEM));
            return keep(new Named(before.name(), items), context);
        }
    }

    /** Without the item that is called just so, else the first whatever its case, else the only one that has it in it. */
    Optional<String> remove(String item, Named from, ToolContext context) {
        synchronized (lock) {
            List<String> items = new ArrayList<>(from.items());
            List<String> same = Stream.concat(
                            items.stream().filter(item::equals),
                            items.stream().filter(each -> folded(each).equals(folded(item))))
                    .limit(1)
                    .toList();
            List<String> like = items.stream()
                    .filter(each -> folded(each).contains(folded(item)))
                    .toList();
            List<String> meant = same.isEmpty() ? like : same;
            if (meant.size() != 1) {
                return Optional.empty();
            }
            items.remove(meant.get(0));
            keep(new Named(from.name(), items), context);
            return Optional.of(meant.get(0));
        }
    }

    private Named keep(Named list, ToolContext context) {
        if (list.items().isEmpty()) {
            context.shelf().remove(key(list.name()));
        } else {
            context.shelf().put(key(list.name()), list.written());
        }
        return list;
    }

    /** "My Shopping list" and "shopping" are one. */
    private static String shown(String name) {
        return line("list", name, LONGEST_NAME)
                .replaceFirst("(?i)^(?:my|the|our) ", "")
                .replaceFirst("(?i) list$", "");
    }

    private static String key(String name) {
        return PREFIX + folded(shown(name));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String line(String argument, String text, int longest) {
        String line = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        if (line.isEmpty() || line.length() > longest) {
            throw new BadArgumentException(
                    "argument '%s' has %d characters; expected 1 to %d".formatted(argument, line.length(), longest));
        }
        return line;
    }
}
