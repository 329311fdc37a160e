package io.personaagent.core.plan.reflex;

import io.personaagent.memory.text.Terms;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares what two sentences are about, by their words alone. */
final class Matter {

    /** What a person has one of, so that one shared word is enough to tell that two sentences differ on it. */
    private static final Set<String> SINGLE = Set.of("live", "name", "address", "birthdai", "email", "ag");

    private static final Set<String> PRONOUNS = Set.of("i", "we", "he", "she", "they");

    private Matter() {}

    /** Whether both speak of the same thing and share most of their content words, and yet each says something that the other does not. */
    static boolean changed(String newer, String older) {
        if (Math.max(newer.length(), older.length()) > 500) {
            return false;
        }
        List<String> said = Terms.of(newer);
        List<String> before = Terms.of(older);
        if (said.isEmpty() || before.isEmpty()) {
            return false;
        }
        Set<String> shared = new LinkedHashSet<>(said);
        shared.retainAll(before);
        boolean single = shared.stream().anyMatch(SINGLE::contains);
        if (!subject(newer).equals(subject(older)) || !(single || said.get(0).equals(before.get(0)))) {
            return false;
        }
        int distinct = Math.min(Set.copyOf(said).size(), Set.copyOf(before).size());
        boolean enough = 2 * shared.size() >= distinct && (shared.size() >= 2 || single);
        return enough && !shared.containsAll(said) && !shared.containsAll(before);
    }

    /** How many of the question's content words the text has, from 0 to 1; 0 for a question without any. */
    static double coverage(String question, String text) {
        Set<String> asked = Example.strong(question);
        if (asked.isEmpty()) {
            return 0;
        }
        Set<String> shared = new LinkedHashSet<>(asked);
        shared.retainAll(Set.copyOf(Terms.of(text)));
        return (double) shared.size() / asked.size();
    }

    /** Whether the question is about "my brother" and the text, without naming a brother, about "my" something else. */
    static boolean isAnothers(String question, String text) {
        List<String> mine = mine(question);
        return !mine.isEmpty() && !mine(text).isEmpty() && Collections.disjoint(mine, Set.copyOf(Terms.of(text)));
    }

    /** Of whom a sentence speaks: the pronouns that it has, and whatever it calls "my". */
    private static Set<String> subject(String text) {
        Set<String> subject = new LinkedHashSet<>(mine(text));
        Utterance.words(text).stream().filter(PRONOUNS::contains).forEach(subject::add);
        return subject;
    }

    private static List<String> mine(String text) {
        List<String> words = Utterance.words(text);
        return IntStream.range(1, words.size())
                .filter(i -> words.get(i - 1).equals("my"))
                .mapToObj(words::get)
                .flatMap(word -> Terms.of(word).stream())
                .toList();
    }
}
