package io.personaagent.memory.boundary;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows "the password is": a quote, or a word.
 *
 * @param words the value without what surrounds it
 * @param quoted whether it stood in quotes
 * @param last whether nothing more is said in its clause
 */
record Value(int start, int end, String words, boolean quoted, boolean last) {

    private static final int LONGEST = 200;
    private static final String OPENING = "\"'`\u201c\u2018\u201e\u00ab\u300c";
    private static final String CLOSING = "\"'`\u201d\u2019\u201c\u00bb\u300d";

    private static final Pattern FILLER = Pattern.compile(
            "(?i)(?:(?:now|still|currently|actually|just|simply|also|jetzt|aktuell|maintenant|ahora)\\s{1,3})?");

    private static final Pattern CLAUSE_ENDS =
            Pattern.compile("\\s*+(?:$|[.,;!?)\\]\\n\u3002\uff0c]|(?i:and|but|und|aber|et|y|e)\\b)");

    /** "My password is expired" and the like. */
    private static final Pattern SAYS_HOW_IT_IS = Pattern.compile("(?i).{2,}(?:ed|ing|ly|able|ible|en|ful|less|t)");

    private static final Set<String> ORDINARY = Resource.lines("not-a-password.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    static Optional<Value> after(String text, int from) {
        Matcher filler = FILLER.matcher(text).region(from, text.length());
        int start = filler.lookingAt() ? filler.end() : from;
        if (start >= text.length() || text.startsWith(Find.MARK, start)) {
            return Optional.empty();
        }
        int quote = OPENING.indexOf(text.charAt(start));
        return quote < 0 ? Optional.of(word(text, start)) : Optional.of(quoted(text, start + 1, CLOSING.charAt(quote)));
    }

    private static Value quoted(String text, int start, char closing) {
        int end = start;
        int furthest = Math.min(text.length(), start + LONGEST);
        while (end < furthest && text.charAt(end) != closing && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' && end + 1 < furthest ? 2 : 1;
        }
        boolean closed = end < text.length() && text.charAt(end) == closing;
        return closed ? new Value(start, end, text.substring(start, end), true, true) : word(text, start);
    }

    private static Value word(String text, int from) {
        int end = from;
        int furthest = Math.min(text.length(), from + LONGEST);
        while (end < furthest && belongs(text.charAt(end))) {
            end++;
        }
        int start = from;
        while (start < end && "*_(".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ".,:!?*_)]}'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean last = CLAUSE_ENDS.matcher(text).region(end, text.length()).lookingAt();
        return new Value(start, end, text.substring(start, end), false, last);
    }

    private static boolean belongs(char each) {
        return !Character.isWhitespace(each)
                && !Character.isIdeographic(each)
                && "\";<>|\u3002\uff0c\u3001".indexOf(each) < 0;
    }

    Find as(Secret secret) {
        return new Find(start, end, secret);
    }

    /** Whether "the password is" such a value tells the password. */
    boolean isSecret() {
        if (words.startsWith("[redacted") || isOrdinary()) {
            return false;
        }
        return quoted
                ? words.length() >= 3
                : isOdd()
                        || (last
                                && words.length() >= 5
                                && !SAYS_HOW_IT_IS.matcher(words).matches());
    }

    /** Whether "password:" or "password=" before such a value sets it. */
    boolean isSetAsSecret() {
        return !words.startsWith("[redacted")
                && (quoted ? words.length() >= 2 : words.length() >= 4 && !isOrdinary() && (isOdd() || last));
    }

    private boolean isOrdinary() {
        return ORDINARY.contains(words.toLowerCase(Locale.ROOT)) || ORDINARY.contains(plain(words));
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** No word of a language has digits, or signs or a capital in its middle. */
    private boolean isOdd() {
        return words.length() >= 4
                && (words.chars().anyMatch(Character::isDigit)
                        || words.chars()
                                .anyMatch(each -> !Character.isLetterOrDigit(each) && "-'\u2019".indexOf(each) < 0)
                        || (words.chars().skip(1).anyMatch(Character::isUpperCase)
                                && words.chars().anyMatch(Character::isLowerCase)));
    }
}
