package io.personaagent.core.plan.reflex;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a message is by its first and last words, without understanding it. */
public final class Questions {

    private static final Set<String> ASKING = Set.of(
            "what",
            "who",
            "whom",
            "whose",
            "when",
            "where",
            "why",
            "how",
            "which",
            "qui",
            "que",
            "quoi",
            "quand",
            "où",
            "comment",
            "pourquoi",
            "quel",
            "quelle",
            "quels",
            "quelles",
            "combien",
            "wer",
            "wann",
            "wo",
            "warum",
            "wie",
            "welche",
            "cuándo",
            "dónde",
            "quién",
            "cómo",
            "qué",
            "هل",
            "متى",
            "أين",
            "من",
            "ماذا",
            "كيف",
            "لماذا");
    private static final Set<String> AUXILIARIES = Set.of(
            "do", "does", "did", "is", "are", "was", "were", "am", "can", "could", "will", "would", "should", "have",
            "has", "had", "may", "might", "must");
    private static final Set<String> SUBJECTS = Set.of(
            "i", "you", "he", "she", "it", "we", "they", "my", "your", "his", "her", "our", "their", "the", "a", "an",
            "this", "that", "these", "those", "there", "any", "anyone", "anybody", "someone");
    private static final Set<String> PRONOUNS = Set.of("i", "you", "he", "she", "it", "we", "they", "my", "the");
    private static final Set<String> ME = Set.of(
            "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself", "we", "we're", "we've", "us", "our",
            "ours");
    private static final Set<String> EVENTS = Set.of("did", "was", "were", "had", "has", "does");
    private static final Set<String> GIVING = Set.of("tell", "show", "give", "let", "make", "help", "remind", "get");
    private static final Set<String> ORDERING = Set.of(
            ("add append arrange book browse buy calculate call cancel change check choose close compare complete "
                            + "compute convert copy count create define delete display divide download draft drop edit email erase "
                            + "explain express fetch find finish forget get give invite jot keep list look make mark move multiply "
                            + "note open order pay pick ping plan play postpone print put rank rate read recommend record remember "
                            + "remind remove rename replace reschedule save schedule scrap search send set share show start stop "
                            + "store strike subtract suggest summarise summarize switch take tell tick translate trash turn update "
                            + "wake write")
                    .split(" "));
    /** "On what day": the word that asks comes second. */
    private static final Set<String> LEADING =
            Set.of("on", "in", "at", "for", "to", "from", "by", "since", "until", "with", "about");

    private static final List<String> INDIRECT = List.of("tell me", "do you know", "do you remember", "remember when");
    private static final Pattern CHINESE = Pattern.compile("什么|谁|哪|怎么|为什么|几|吗|呢|多少");

    private Questions() {}

    /** Whether something is asked; the message's own question mark decides before its words do. */
    public static boolean isQuestion(String message) {
        String text = message.length() > 2_000 ? message.substring(message.length() - 2_000) : message;
        String bare = text.strip().replaceAll("[\\s\\p{So}\\p{Cn}\"'”’)]+$", "");
        if (bare.endsWith("?") || bare.endsWith("？") || bare.endsWith("؟")) {
            return true;
        }
        return message.length() <= 2_000
                && (CHINESE.matcher(text).find()
                        || beginsAsking(Utterance.of(text).folded()));
    }

    /** Whether the person speaks of themself; in "tell me" they do not. */
    public static boolean speaksOfMe(String text) {
        List<String> words = Utterance.words(text);
        for (int i = 0; i < words.size(); i++) {
            boolean addressed = i > 0 && words.get(i).equals("me") && GIVING.contains(words.get(i - 1));
            if (ME.contains(words.get(i)) && !addressed) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is about what happened or what somebody does, going by the verb. */
    static boolean speaksOfEvents(String text) {
        return Utterance.words(text).stream().anyMatch(EVENTS::contains);
    }

    /** Whether this is said as an order: it begins with a verb that orders begin with, in English or in one of the examples. */
    static boolean isOrder(String message, Set<String> verbs) {
        List<String> words = Utterance.words(Utterance.of(message).text());
        if (words.isEmpty()
                || ASKING.contains(words.get(0))
                || AUXILIARIES.contains(words.get(0))
                || SUBJECTS.contains(words.get(0))) {
            return false;
        }
        return ORDERING.contains(words.get(0)) || verbs.contains(words.get(0));
    }

    private static boolean beginsAsking(String folded) {
        if (INDIRECT.stream().anyMatch(opening -> folded.startsWith(opening + " "))) {
            return true;
        }
        List<String> words = Utterance.words(folded);
        if (words.isEmpty()) {
            return false;
        }
        if (words.size() > 1 && LEADING.contains(words.get(0)) && ASKING.contains(words.get(1))) {
            return true;
        }
        String first = words.get(0);
        String second = words.size() > 1 ? words.get(1) : "";
        if (first.equals("do") || first.equals("have")) {
            return SUBJECTS.contains(second)
                    && !Set.of("the", "a", "an", "this", "that", "it").contains(second);
        }
        if (AUXILIARIES.contains(first)) {
            return SUBJECTS.contains(second)
                    || Set.of("is", "are", "was", "were", "does", "did").contains(first);
        }
        // "When I was young ..." and "what a day" ask nothing.
        boolean telling =
                (first.equals("when") && PRONOUNS.contains(second)) || (first.equals("what") && second.equals("a"));
        return ASKING.contains(first) && !telling;
    }
}
