package io.personaagent.bench;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What two people say to each other for years, the same for the same seed. Words fall off in frequency as those of English do (Zipf);
 * half of a turn's words are of the session's topic; who speaks is named in each turn, so both names are in half of all turns.
 */
final class Talk {

    static final Instant START = Instant.parse("2016-01-01T08:00:00Z");

    private static final int VOCABULARY = 30_000;
    private static final int TOPICS = 400;
    private static final int TOPIC_WORDS = 60;
    private static final int SESSION = 20;
    private static final List<String> SPEAKERS = List.of("Caroline", "Melanie");
    private static final List<String> SMALL =
            List.of("the", "and", "I", "was", "it", "to", "of", "you", "that", "with", "so", "my");
    private static final String[] SYLLABLES = syllables();

    private final long seed;
    private final double[] cumulated = cumulated();
    private final int[][] topics;

    Talk(long seed) {
        this.seed = seed;
        this.topics = topics(new Random(seed));
    }

    /** The turn of a number. */
    Episode turn(int number) {
        Instant when = START.plusSeconds(600L * number);
        return new Episode(
                new EpisodeId("e%07d".formatted(number)),
                new Occasion("s" + number / SESSION, when, when),
                Exchange.said(SPEAKERS.get(number % 2), String.join(" ", words(number))),
                Provenance.CHAT);
    }

    List<Episode> turns(int from, int to) {
        List<Episode> turns = new ArrayList<>();
        for (int number = from; number < to; number++) {
            turns.add(turn(number));
        }
        return turns;
    }

    /** A question about what was said in the turn of a number. */
    String question(int number) {
        List<String> words = new ArrayList<>(words(number));
        words.removeAll(SMALL);
        Random random = new Random(seed ^ (31L * number + 7));
        List<String> asked = new ArrayList<>(List.of("What", "did", SPEAKERS.get(number % 2), "say", "about", "the"));
        for (int i = 0; i < 4 && !words.isEmpty(); i++) {
            asked.add(words.remove(random.nextInt(words.size())));
        }
        return String.join(" ", asked) + "?";
    }

    private List<String> words(int number) {
        Random random = new Random(seed ^ (0x9E3779B97F4A7C15L * (number + 1)));
        int[] topic = topics[new Random(seed + number / SESSION).nextInt(TOPICS)];
        List<String> words = new ArrayList<>();
        int length = 4 + random.nextInt(14);
        for (int i = 0; i < length; i++) {
            words.add(word(random.nextBoolean() ? topic[random.nextInt(topic.length)] : drawn(random)));
            if (random.nextBoolean()) {
                words.add(SMALL.get(random.nextInt(SMALL.size())));
            }
        }
        return words;
    }

    private int drawn(Random random) {
        int found = java.util.Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[VOCABULARY - 1]);
        return Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found);
    }

    private int[][] topics(Random random) {
        int[][] made = new int[TOPICS][TOPIC_WORDS];
        for (int[] topic : made) {
            for (int i = 0; i < topic.length; i++) {
                topic[i] = i < topic.length / 2 ? random.nextInt(VOCABULARY) : drawn(random);
            }
        }
        return made;
    }

    /** A word that can be spoken, different for each rank. */
    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    private static String[] syllables() {
        List<String> made = new ArrayList<>();
        for (char first : "bdfgklmnprtvz".toCharArray()) {
            for (char vowel : "aeiou".toCharArray()) {
                made.add("" + first + vowel);
            }
        }
        return made.toArray(String[]::new);
    }

    private static double[] cumulated() {
        double[] sums = new double[VOCABULARY];
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            sum += 1.0 / (rank + 8);
            sums[rank] = sum;
        }
        return sums;
    }
}
