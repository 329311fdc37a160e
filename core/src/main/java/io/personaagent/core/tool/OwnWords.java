package io.personaagent.core.tool;

import io.personaagent.tools.Arguments;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** What the person said in this turn, to be compared with what a call says. */
final class OwnWords {

    private final String said;

    OwnWords(String said) {
        this.said = folded(said);
    }

    /** Whether all that the arguments say stands in the person's message, word for word; what has no words says nothing. */
    boolean are(Arguments arguments) {
        return arguments.asMap().values().stream().allMatch(this::own);
    }

    private boolean own(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().allMatch(entry -> own(entry.getKey()) && own(entry.getValue()));
        }
        if (value instanceof Collection<?> several) {
            return several.stream().allMatch(this::own);
        }
        return !(value instanceof String text) || has(text);
    }

    /** Whether the person said this. */
    boolean has(String text) {
        return !Marks.holdsWords(text) || said.contains(folded(text));
    }

    /** Letters in one form and size, and one blank between words. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
