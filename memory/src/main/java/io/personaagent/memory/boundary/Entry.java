package io.personaagent.memory.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of a lexicon.
 *
 * @param parts words, beginnings of words that end in {@code *}, {@code <n>} for a word with a digit, {@code ...} for a gap
 */
record Entry(Weight weight, List<String> parts) {

    /** What an entry is worth. */
    enum Weight {
        ENOUGH,
        HINT,
        ASKED,
        EXCEPTION
    }

    static final String NUMBER = "<n>";

    private static final String GAP = "...";
    private static final int LONGEST_GAP = 4;

    Entry {
        parts = List.copyOf(parts);
    }

    static Entry of(String line) {
        Weight weight =
                switch (line.charAt(0)) {
                    case '~' -> Weight.HINT;
                    case '?' -> Weight.ASKED;
                    case '-' -> Weight.EXCEPTION;
                    default -> Weight.ENOUGH;
                };
        String words = weight == Weight.ENOUGH ? line : line.substring(1).strip();
        List<String> parts = new ArrayList<>();
        Arrays.stream(words.split(" ")).forEach(part -> parts.addAll(parts(part)));
        return new Entry(weight, parts);
    }

    private static List<String> parts(String part) {
        if (part.equals(GAP) || part.equals(NUMBER)) {
            return List.of(part);
        }
        List<String> words = new ArrayList<>(Words.of(part));
        if (part.endsWith("*")) {
            int last = words.size() - 1;
            words.set(last, words.get(last) + "*");
        }
        return words;
    }

    /** Where the entry has ended that begins at a word; -1 when it does not begin there. */
    int endIn(List<String> words, int from) {
        return endIn(words, from, 0);
    }

    private int endIn(List<String> words, int at, int part) {
        if (part == parts.size()) {
            return at;
        }
        if (parts.get(part).equals(GAP)) {
            for (int skipped = 0; skipped <= LONGEST_GAP; skipped++) {
                int end = endIn(words, at + skipped, part + 1);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return at < words.size() && fits(parts.get(part), words.get(at)) ? endIn(words, at + 1, part + 1) : -1;
    }

    private static boolean fits(String part, String word) {
        if (part.equals(NUMBER)) {
            return word.chars().anyMatch(Character::isDigit);
        }
        return part.endsWith("*") ? word.startsWith(part.substring(0, part.length() - 1)) : part.equals(word);
    }
}
