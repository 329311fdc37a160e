package io.personaagent.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The known word that is closest to the given one, when it is close enough to be a slip of the pen. */
    public static Optional<String> closest(String word, Collection<String> known) {
        int tolerance = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= tolerance)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many characters must be inserted, removed or replaced to make one word of the other (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
