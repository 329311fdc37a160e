package io.personaagent.core.plan.reflex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays one example over one utterance, literal after literal, without regular expressions: each literal is looked for from left to right,
 * and after {@link #MAX_ATTEMPTS} positions the example counts as not matching.
 */
final class ExampleMatcher {

    /** How many positions of literals are tried, whatever the message. */
    static final int MAX_ATTEMPTS = 64;

    private static final int MAX_WHEN_ENDS = 4;

    private final Example example;
    private final Utterance said;
    private final List<Slot> slots;
    private final SlotReader reader;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private int attempts;

    ExampleMatcher(Example example, Utterance said, List<Slot> slots, SlotReader reader) {
        this.example = example;
        this.said = said;
        this.slots = slots;
        this.reader = reader;
    }

    /** What the slots are filled with, or empty when the example does not fit. */
    Optional<Map<String, Object>> match() {
        String first = example.literals().get(0);
        if (!said.folded().startsWith(first) || !isBounded(0, first)) {
            return Optional.empty();
        }
        return fits(0, first.length()) ? Optional.of(values) : Optional.empty();
    }

    int attempts() {
        return attempts;
    }

    /** Whether the slots from this one on can be filled with the text from this position on. */
    private boolean fits(int slot, int from) {
        if (slot == example.slots().size()) {
            return from == said.folded().length();
        }
        String next = example.literals().get(slot + 1);
        boolean last = slot + 1 == example.slots().size();
        if (next.isEmpty()) {
            return last ? fill(slot, from, said.text().length()) : fitsBeforeSlot(slot, from);
        }
        return last ? fitsBeforeEnd(slot, from, next) : fitsBeforeLiteral(slot, from, next);
    }

    private boolean fitsBeforeEnd(int slot, int from, String last) {
        int at = said.folded().length() - last.length();
        return at > from && said.folded().startsWith(last, at) && isBounded(at, last) && fill(slot, from, at);
    }

    private boolean fitsBeforeLiteral(int slot, int from, String next) {
        if (kind(slot) == Slot.Kind.WHEN) {
            return fitsBeforeLastLiteral(slot, from, next);
        }
        for (int at = said.folded().indexOf(next, from + 1);
                at >= 0;
                at = said.folded().indexOf(next, at + 1)) {
            if (++attempts > MAX_ATTEMPTS) {
                return false;
            }
            if (endsAt(slot, from, at, next)) {
                return true;
            }
        }
        return false;
    }

    /** "At ten to nine to leave": what says when goes on for as long as it can. */
    private boolean fitsBeforeLastLiteral(int slot, int from, String next) {
        List<Integer> places = new ArrayList<>();
        int at = said.folded().indexOf(next, from + 1);
        while (at >= 0 && places.size() < MAX_WHEN_ENDS && ++attempts <= MAX_ATTEMPTS) {
            places.add(0, at);
            at = said.folded().indexOf(next, at + 1);
        }
        return places.stream().anyMatch(place -> endsAt(slot, from, place, next));
    }

    private boolean endsAt(int slot, int from, int at, String next) {
        return isBounded(at, next) && fill(slot, from, at) && fits(slot + 1, at + next.length());
    }

    /** Nothing stands between this slot and the next, so the types must tell where one ends: at one of the first or the last words. */
    private boolean fitsBeforeSlot(int slot, int from) {
        boolean nearEnd =
                kind(slot + 1) == Slot.Kind.WHEN && slot + 2 == example.slots().size();
        int at = nearEnd ? fromEnd() : from;
        for (at = said.text().indexOf(' ', Math.max(at, from + 1));
                at >= 0;
                at = said.text().indexOf(' ', at + 1)) {
            if (++attempts > MAX_ATTEMPTS) {
                return false;
            }
            if (fill(slot, from, at) && fits(slot + 1, at)) {
                return true;
            }
        }
        return false;
    }

    private int fromEnd() {
        int at = said.text().length();
        for (int words = 0; words < WhenPhrase.MAX_WORDS && at > 0; words++) {
            at = said.text().lastIndexOf(' ', at - 1);
        }
        return Math.max(at, 0);
    }

    private boolean fill(int slot, int from, int to) {
        String text = edged(said.text().substring(from, to));
        if (text.isEmpty()) {
            return false;
        }
        Optional<Slot> known = Slot.named(example.slots().get(slot), slots);
        Optional<Object> value = known.flatMap(parameter -> reader.read(parameter, text));
        value.ifPresent(read -> values.put(example.slots().get(slot), read));
        return known.isEmpty() || value.isPresent();
    }

    private Slot.Kind kind(int slot) {
        return Slot.named(example.slots().get(slot), slots).map(Slot::kind).orElse(Slot.Kind.TEXT);
    }

    private static String edged(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && ",:; ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ",:; ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether the literal at this position neither begins nor ends within a word. */
    private boolean isBounded(int at, String literal) {
        int end = at + literal.length();
        return literal.isEmpty()
                || ((at == 0 || !isJoined(at)) && (end == said.folded().length() || !isJoined(end)));
    }

    /** Whether the characters on both sides of the position belong to one word; ideographs are words of their own. */
    private boolean isJoined(int at) {
        return isLetter(said.folded().charAt(at - 1)) && isLetter(said.folded().charAt(at));
    }

    private static boolean isLetter(char character) {
        return Utterance.isWordPart(character) && !Character.isIdeographic(character);
    }
}
