package io.personaagent.plugins.contacts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names made comparable: whatever the case, the accents and the punctuation. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Names() {}

    static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replaceAll("['’`]s\\b", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static List<String> words(String text) {
        return Arrays.stream(folded(text).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a text speaks of it, in whole words. */
    static boolean within(String name, String text) {
        return (" " + folded(text) + " ").contains(" " + folded(name) + " ");
    }
}
