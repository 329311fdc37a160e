package io.personaagent.core.plan.reflex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills slots from an utterance that only resembles its example: typed slots first, then one text from the words that are left. */
final class Filling {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,500})\"");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> JOINTS = Set.of(
            "to", "that", "about", "for", "in", "of", "on", "the", "a", "an", "is", "it", "me", "my", "and", "with",
            "as", "into", "from", "at", "by", "should", "we", "i", "have", "am", "there", "what", "over", "to-do",
            "todo", "saying", "say", "says");

    private final Example example;
    private final SlotReader reader;
    private String left;

    Filling(Utterance said, Example example, SlotReader reader) {
        this.example = example;
        this.reader = reader;
        this.left = said.text();
    }

    Map<String, Object> fill(List<Slot> slots) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Slot slot : slots) {
            typed(slot).ifPresent(value -> values.put(slot.name(), value));
        }
        List<Slot> texts = slots.stream()
                .filter(slot -> !values.containsKey(slot.name()) && slot.required() && isWords(slot))
                .toList();
        // Two texts cannot be told apart: then the person is asked for the rest.
        if (texts.size() == 1) {
            text(texts.get(0)).ifPresent(value -> values.put(texts.get(0).name(), value));
        }
        return values;
    }

    private static boolean isWords(Slot slot) {
        return switch (slot.kind()) {
            case TEXT, TEXTS, EXPRESSION, QUANTITY -> true;
            case WHEN, DATE, INTEGER, NUMBER, FLAG, CHOICE -> false;
        };
    }

    private Optional<Object> typed(Slot slot) {
        return switch (slot.kind()) {
            case WHEN -> when(slot);
            case DATE -> day(slot);
            case INTEGER, NUMBER -> word(slot, word -> SlotReader.number(word).isPresent());
            case CHOICE -> word(slot, word -> reader.read(slot, word).isPresent());
            case FLAG, TEXT, TEXTS, EXPRESSION, QUANTITY -> Optional.empty();
        };
    }

    private Optional<Object> when(Slot slot) {
        Optional<Integer> start = WhenPhrase.atEnd(left);
        Optional<Object> value = start.flatMap(from -> reader.read(slot, left.substring(from)));
        if (value.isPresent()) {
            left = left.substring(0, start.orElseThrow()).strip();
        }
        return value;
    }

    private Optional<Object> day(Slot slot) {
        Matcher iso = ISO_DAY.matcher(left);
        if (iso.find()) {
            Optional<Object> value = reader.read(slot, iso.group());
            left = (left.substring(0, iso.start()) + left.substring(iso.end())).strip();
            return value;
        }
        return when(slot);
    }

    private Optional<Object> word(Slot slot, Predicate<String> fits) {
        List<String> words = new ArrayList<>(List.of(left.split(" ")));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceAll("[,;:.?!]+$", "");
            Optional<Object> value = fits.test(word) ? reader.read(slot, word) : Optional.empty();
            if (value.isPresent()) {
                words.remove(i);
                left = String.join(" ", words);
                return value;
            }
        }
        return Optional.empty();
    }

    /** What is quoted, or else the words after the last one that the example has too, or else before the first. */
    private Optional<Object> text(Slot slot) {
        Matcher quoted = QUOTED.matcher(left);
        if (quoted.find()) {
            return reader.read(slot, quoted.group(1));
        }
        return reader.read(slot, unaligned());
    }

    private String unaligned() {
        Alignment aligned = Alignment.of(left, example);
        List<String> words = aligned.words();
        Set<String> literal = example.literals().stream()
                .flatMap(text -> Example.terms(text).stream())
                .collect(Collectors.toSet());
        int from = aligned.end();
        while (from < words.size() && isJoint(words.get(from), literal)) {
            from++;
        }
        return from < words.size()
                ? String.join(" ", words.subList(from, words.size()))
                : before(words, aligned.end() - 1, literal);
    }

    private static String before(List<String> words, int end, Set<String> literal) {
        int to = Math.max(0, end);
        int from = 0;
        while (from < to && isJoint(words.get(from), literal)) {
            from++;
        }
        while (to > from && isJoint(words.get(to - 1), literal)) {
            to--;
        }
        return String.join(" ", words.subList(from, to));
    }

    private static boolean isJoint(String word, Set<String> literal) {
        String bare = Utterance.folded(Utterance.bare(word));
        List<String> terms = Example.terms(bare);
        return bare.isEmpty() || JOINTS.contains(bare) || (!terms.isEmpty() && literal.containsAll(terms));
    }
}
