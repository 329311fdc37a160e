package io.personaagent.plugins.notes;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Entries as text for a person: a heading, then one line each, and no more than can be read. */
final class Listing {

    private static final int MOST_SHOWN = 50;

    private Listing() {}

    static String of(String heading, List<Entry> entries, Clock clock) {
        int older = Math.max(0, entries.size() - MOST_SHOWN);
        String lines = entries.subList(older, entries.size()).stream()
                .map(entry -> entry.line(clock))
                .collect(Collectors.joining("\n"));
        String left = older == 0 ? "" : "\n(the newest %d; %d older ones are not shown)".formatted(MOST_SHOWN, older);
        return heading + "\n" + lines + left;
    }

    static String count(int number, String sort) {
        return number == 1 ? "1 " + sort : number + " " + sort + "s";
    }
}
