package io.personaagent.plugins.times;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What to remind of, and when, taken apart from one sentence: "call mum tomorrow at 9".
 *
 * @param due the moment that the sentence ends or begins with
 * @param text the rest
 * @param said the words of the moment; empty where there were none
 */
public record Request(ZonedDateTime due, String text, String said) {

    private static final int MOST_WORDS_OF_TIME = 12;

    /** Looks for the longest moment at the end, then at the beginning; empty when neither is one. */
    public static Optional<Request> read(String sentence, When when) {
        List<String> words = Arrays.stream(sentence.strip().split("\\s+", -1)).toList();
        return atTheEnd(words, when).or(() -> atTheBeginning(words, when));
    }

    private static Optional<Request> atTheEnd(List<String> words, When when) {
        return IntStream.range(Math.max(1, words.size() - MOST_WORDS_OF_TIME), words.size())
                .boxed()
                .flatMap(start -> split(words.subList(start, words.size()), words.subList(0, start), when))
                .findFirst();
    }

    private static Optional<Request> atTheBeginning(List<String> words, When when) {
        int longest = Math.min(words.size() - 1, MOST_WORDS_OF_TIME);
        return IntStream.rangeClosed(1, longest)
                .map(shorter -> longest + 1 - shorter)
                .boxed()
                .flatMap(end -> split(words.subList(0, end), words.subList(end, words.size()), when))
                .findFirst();
    }

    private static Stream<Request> split(List<String> time, List<String> text, When when) {
        String rest = String.join(" ", text).replaceFirst("^(?:to|that|about|of) ", "");
        String said = String.join(" ", time);
        return when.readWithin(said).map(due -> new Request(due, rest, said)).stream();
    }
}
