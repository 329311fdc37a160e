package io.personaagent.memory.boundary;

import io.personaagent.memory.boundary.Entry.Weight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of one class of care. Immutable. */
final class Lexicon {

    private final Map<String, List<Entry>> byWord = new HashMap<>();
    private final Map<String, List<Entry>> byBeginning = new HashMap<>();
    private final List<Entry> byNumber = new ArrayList<>();
    private int longestBeginning;

    Lexicon(List<String> lines) {
        lines.stream().map(Entry::of).forEach(this::add);
    }

    private void add(Entry entry) {
        String first = entry.parts().get(0);
        if (first.equals(Entry.NUMBER)) {
            byNumber.add(entry);
        } else if (first.endsWith("*")) {
            String beginning = first.substring(0, first.length() - 1);
            byBeginning.computeIfAbsent(beginning, any -> new ArrayList<>()).add(entry);
            longestBeginning = Math.max(longestBeginning, beginning.length());
        } else {
            byWord.computeIfAbsent(first, any -> new ArrayList<>()).add(entry);
        }
    }

    /** Whether something that is said is of this class: one entry that is enough, or two different hints. */
    boolean isIn(List<String> words) {
        Set<Entry> hints = new HashSet<>();
        for (Place place : places(words)) {
            if (place.entry().weight() == Weight.ENOUGH) {
                return true;
            }
            if (place.entry().weight() == Weight.HINT) {
                hints.add(place.entry());
            }
        }
        return hints.size() >= 2;
    }

    /** Whether a question is about this class: a hint is enough. */
    boolean isAskedIn(List<String> words) {
        return !places(words).isEmpty();
    }

    private record Place(Entry entry, int start, int end) {}

    /** Where entries stand, without the exceptions and what these cover. */
    private List<Place> places(List<String> words) {
        List<Place> all = new ArrayList<>();
        BitSet excepted = new BitSet(words.size());
        for (int at = 0; at < words.size(); at++) {
            for (Entry entry : beginningWith(words.get(at))) {
                int end = entry.endIn(words, at);
                if (end >= 0 && entry.weight() == Weight.EXCEPTION) {
                    excepted.set(at, end);
                } else if (end >= 0) {
                    all.add(new Place(entry, at, end));
                }
            }
        }
        return all.stream()
                .filter(place -> excepted.get(place.start(), place.end()).isEmpty())
                .toList();
    }

    private List<Entry> beginningWith(String word) {
        List<Entry> entries = new ArrayList<>(byWord.getOrDefault(word, List.of()));
        for (int length = 1; length <= Math.min(longestBeginning, word.length()); length++) {
            entries.addAll(byBeginning.getOrDefault(word.substring(0, length), List.of()));
        }
        if (word.chars().anyMatch(Character::isDigit)) {
            entries.addAll(byNumber);
        }
        return entries;
    }
}
