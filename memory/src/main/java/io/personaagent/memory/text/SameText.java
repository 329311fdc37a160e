package io.personaagent.memory.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that differ only in case, signs, blanks and forms of letters are the same. */
public final class SameText {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SameText() {}

    /** The same for the same text; words parted by single blanks. */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(folded).replaceAll(" ").strip();
    }

    /** Whether one is a part of the other, word for word. */
    public static boolean within(String part, String whole) {
        String words = of(part);
        return !words.isEmpty() && (" " + of(whole) + " ").contains(" " + words + " ");
    }
}
