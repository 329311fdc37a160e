package io.personaagent.core.plan.reflex;

import io.personaagent.memory.text.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example utterance, taken apart: literal, slot, literal, slot, ..., literal. A literal may be empty.
 *
 * @param literals in lower case, one more than slots
 * @param slots the names in braces
 */
record Example(List<String> literals, List<String> slots) {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    /** Stands for a slot while the text around it is made comparable; a private-use character is in no example. */
    private static final String MARK = "\uE000";
    /** Words that say that something is asked for, and nothing of what. */
    private static final Set<String> HOLLOW =
            Set.of("tell", "know", "much", "mani", "give", "show", "sai", "let", "pleas", "up");

    static Example of(String utterance) {
        List<String> slots = new ArrayList<>();
        Matcher matcher = SLOT.matcher(utterance);
        while (matcher.find()) {
            slots.add(matcher.group(1));
        }
        String marked = SLOT.matcher(utterance).replaceAll(MARK);
        List<String> literals = List.of(Utterance.of(marked).folded().split(MARK, -1)).stream()
                .map(String::strip)
                .toList();
        return new Example(literals, List.copyOf(slots));
    }

    /** What the literals are about, without what is in every question. */
    Set<String> terms() {
        return strong(plain());
    }

    /** The content words of a text that can tell one wish from another. */
    static Set<String> strong(String text) {
        Set<String> terms = new LinkedHashSet<>(terms(text));
        terms.removeAll(HOLLOW);
        return terms;
    }

    /** The terms of a text, "to-do" among them, which otherwise is made of stop words. */
    static List<String> terms(String text) {
        return Terms.of(text.replace("to-do", "todo").replace("To-do", "todo"));
    }

    /** How much of the example is said word for word. */
    int weight() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /** The example without its slots, as it is embedded. */
    String plain() {
        return String.join(" ", literals).replaceAll(" +", " ").strip();
    }
}
