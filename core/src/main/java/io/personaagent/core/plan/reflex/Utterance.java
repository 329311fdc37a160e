package io.personaagent.core.plan.reflex;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What somebody said, made comparable: one blank between words, plain quotation marks, and neither politeness nor final punctuation.
 *
 * @param text in the case it was said in
 * @param folded the same in lower case, character by character, so that positions agree
 */
record Utterance(String text, String folded) {

    private static final List<String> OPENINGS = List.of(
            "please",
            "can you",
            "could you",
            "would you",
            "i would like you to",
            "i'd like you to",
            "i want you to",
            "hey",
            "hi",
            "hello",
            "ok",
            "okay",
            "so");
    private static final List<String> CLOSINGS = List.of("please", "for me", "thanks", "thank you");
    private static final Map<String, String> CONTRACTIONS = Map.of(
            "what's", "what is", "who's", "who is", "where's", "where is", "when's", "when is", "how's", "how is");
    private static final Set<String> ASKING = Set.of("what", "what's", "when", "where", "who", "which", "how");
    private static final String MARKS = ".!?。！？…؟؛;,:，：、";

    static Utterance of(String said) {
        String text = trimmed(plain(said));
        String before;
        do {
            before = text;
            text = withoutClosing(withoutOpening(text));
        } while (!text.equals(before));
        String direct = expanded(direct(text));
        return new Utterance(direct, folded(direct));
    }

    /** "Tell me what time it is" asks what "what time is it" asks. */
    private static String direct(String text) {
        for (String opening : List.of("tell me ", "do you know ")) {
            if (text.regionMatches(true, 0, opening, 0, opening.length())) {
                String rest = text.substring(opening.length());
                int end = rest.indexOf(' ');
                boolean asks = end > 0
                        && end < 10
                        && ASKING.contains(rest.substring(0, end).toLowerCase(Locale.ROOT));
                return asks ? rest : text;
            }
        }
        return text;
    }

    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Character.toLowerCase(text.charAt(i)));
        }
        return folded.toString();
    }

    /** The words in lower case without the punctuation around them. */
    static List<String> words(String text) {
        return List.of(folded(plain(text)).split(" ")).stream()
                .map(Utterance::bare)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Without anything at its ends that is neither letter, mark nor digit. */
    static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !isWordPart(word.charAt(start))) {
            start++;
        }
        while (end > start && !isWordPart(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }

    static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character)
                || Character.isSurrogate(character)
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static String plain(String said) {
        StringBuilder plain = new StringBuilder(said.length());
        boolean gap = false;
        for (int i = 0; i < said.length(); i++) {
            char character = said.charAt(i);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                gap = plain.length() > 0;
                continue;
            }
            if (gap) {
                plain.append(' ');
                gap = false;
            }
            plain.append(straight(character));
        }
        return plain.toString();
    }

    private static char straight(char character) {
        return switch (character) {
            case '‘', '’', 'ʼ' -> '\'';
            case '“', '”', '„' -> '"';
            default -> character;
        };
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (MARKS.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) == ' ')) {
            // 5! is a number
            if (text.charAt(end - 1) == '!' && end > 1 && Character.isDigit(text.charAt(end - 2))) {
                break;
            }
            end--;
        }
        return text.substring(0, end);
    }

    private static String withoutOpening(String text) {
        for (String opening : OPENINGS) {
            int end = opening.length();
            if (text.length() > end + 1
                    && text.regionMatches(true, 0, opening, 0, end)
                    && !isWordPart(text.charAt(end))
                    && text.charAt(end) != '\'') {
                String rest = text.substring(end);
                int start = 0;
                while (start < rest.length() && (rest.charAt(start) == ' ' || MARKS.indexOf(rest.charAt(start)) >= 0)) {
                    start++;
                }
                return start == 0 || start == rest.length() ? text : rest.substring(start);
            }
        }
        return text;
    }

    private static String withoutClosing(String text) {
        for (String closing : CLOSINGS) {
            int start = text.length() - closing.length();
            if (start > 1
                    && text.regionMatches(true, start, closing, 0, closing.length())
                    && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == ',')) {
                String rest = trimmed(text.substring(0, start));
                return rest.isEmpty() ? text : rest;
            }
        }
        return text;
    }

    private static String expanded(String text) {
        int end = text.indexOf(' ');
        String first = end < 0 ? text : text.substring(0, end);
        if (first.length() > "where's".length()) {
            return text;
        }
        return CONTRACTIONS.getOrDefault(first.toLowerCase(Locale.ROOT), first) + text.substring(first.length());
    }
}
