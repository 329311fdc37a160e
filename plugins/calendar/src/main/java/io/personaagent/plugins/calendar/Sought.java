package io.personaagent.plugins.calendar;

import io.personaagent.tools.BadArgumentException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Words that an event holds, in any order and case. */
record Sought(List<String> words) {

    private static final Set<String> SMALL = Set.of("the", "my", "a", "an", "with", "at", "appointment", "event");

    /** @throws BadArgumentException when there is none */
    Sought(String argument, String text) {
        this(words(text));
        if (words.isEmpty()) {
            throw new BadArgumentException(
                    "argument '%s' has no words; expected words of the event, such as: dentist".formatted(argument));
        }
    }

    List<Occurrence> in(List<Occurrence> events) {
        return events.stream()
                .filter(event -> words.stream()
                        .allMatch(
                                folded(event.what().title() + " " + event.what().place())::contains))
                .toList();
    }

    /** Small words say nothing, unless there are no others. */
    private static List<String> words(String text) {
        List<String> all = Stream.of(folded(text).split("[\\s\\p{Punct}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> telling =
                all.stream().filter(word -> !SMALL.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
