package io.personaagent.memory.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody said, as far as its form tells. */
public final class Utterance {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？؟])|(?<=[.!?\n])\\s+|\n");
    private static final Pattern ENDS_AS_QUESTION = Pattern.compile("[?？؟][\"'”’»)\\]]*$|[吗嗎呢]$");
    private static final Pattern ENDS_AS_STATEMENT = Pattern.compile("[.!。！…][\"'”’»)\\]]*$");
    private static final Pattern CHINESE_QUESTION_WORD = Pattern.compile("什么|什麼|谁|誰|哪|怎么|怎麼|为什么|多少|几点|何时");
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");
    private static final Set<String> ASKING = Set.of(
            "who", "whom", "whose", "what", "which", "why", "how", "who's", "what's", "how's", "where's", "when's",
            "هل", "ماذا", "متى", "أين", "كيف", "لماذا", "كم");
    /** Begin a question only when a verb follows: "when is it", but "when I was young". */
    private static final Set<String> ASKING_WITH_VERB = Set.of("when", "where");

    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "will", "would", "should", "shall",
            "has", "have", "had", "may", "might", "isn't", "aren't", "wasn't", "don't", "doesn't", "didn't", "can't",
            "won't");
    /** Follow a verb in a question: "do you know", but "do it now". */
    private static final Set<String> SUBJECTS = Set.of(
            "i",
            "you",
            "he",
            "she",
            "we",
            "they",
            "my",
            "your",
            "his",
            "her",
            "our",
            "their",
            "the",
            "this",
            "that",
            "these",
            "those",
            "there",
            "anyone",
            "anybody",
            "somebody",
            "someone");

    private Utterance() {}

    /** Whether all of it asks: one sentence that tells makes it a statement. A blank text asks nothing. */
    public static boolean isQuestion(String text) {
        List<String> sentences = sentences(text);
        return !sentences.isEmpty() && sentences.stream().allMatch(Utterance::isAsking);
    }

    /** Whether any of it asks: one sentence is enough. */
    public static boolean asks(String text) {
        return sentences(text).stream().anyMatch(Utterance::isAsking);
    }

    private static List<String> sentences(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> sentence.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static boolean isAsking(String sentence) {
        if (ENDS_AS_QUESTION.matcher(sentence).find()) {
            return true;
        }
        return !ENDS_AS_STATEMENT.matcher(sentence).find()
                && (CHINESE_QUESTION_WORD.matcher(sentence).find() || beginsAsQuestion(words(sentence)));
    }

    private static boolean beginsAsQuestion(List<String> words) {
        String first = words.get(0);
        String second = words.size() < 2 ? "" : words.get(1);
        if (ASKING.contains(first)) {
            return !Set.of("a", "an").contains(second);
        }
        return (ASKING_WITH_VERB.contains(first) && VERBS.contains(second))
                || (VERBS.contains(first) && SUBJECTS.contains(second));
    }

    private static List<String> words(String sentence) {
        return WORD_END.splitAsStream(sentence.toLowerCase(Locale.ROOT).replace('’', '\''))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .toList();
    }
}
