package io.personaagent.core.plan.reflex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an utterance that resembles an example stops saying what is wanted, and begins to say with what.
 *
 * @param words of the utterance, without what is quoted
 * @param end the place after the last word that the example has too, going by the first place of each
 */
record Alignment(List<String> words, int end) {

    static Alignment of(String text, Example example) {
        List<String> words =
                List.of(text.replaceAll("\"[^\"]{0,500}\"", " ").strip().split("\\s+"));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            for (String term : Example.terms(words.get(i))) {
                places.putIfAbsent(term, i);
            }
        }
        Set<String> known = example.terms();
        int last = known.stream()
                .mapToInt(term -> places.getOrDefault(term, -1))
                .max()
                .orElse(-1);
        return new Alignment(words, last + 1);
    }

    /** The words that say what is wanted; all words where that would be a single one, which says too little. */
    String head() {
        return String.join(" ", end < 2 ? words : words.subList(0, end));
    }
}
