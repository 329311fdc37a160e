package io.personaagent.tools.contract;

import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Remembered;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a given list: what shares the most words with the question comes first, and what shares none is left out. */
final class RememberedList implements MemoryReader {

    private final List<Remembered> memories;

    RememberedList(List<Remembered> memories) {
        this.memories = List.copyOf(memories);
    }

    @Override
    public List<Remembered> recall(String about, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(limit));
        }
        Set<String> asked = words(about);
        return memories.stream()
                .filter(memory -> shared(memory, asked) > 0)
                .sorted(Comparator.comparingLong((Remembered memory) -> shared(memory, asked))
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static long shared(Remembered memory, Set<String> asked) {
        return words(memory.text()).stream().filter(asked::contains).count();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
