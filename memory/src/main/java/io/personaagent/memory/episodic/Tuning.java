package io.personaagent.memory.episodic;

import io.personaagent.memory.rank.Answers;
import io.personaagent.memory.rank.Neighbours;
import io.personaagent.memory.rank.Recency;
import io.personaagent.memory.rank.Substance;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What was measured, on LoCoMo, to rank well; only the first two can be set.
 *
 * @param floor the least confidence that the best must have for anything to be recalled, from 0 to 1; the others need half of it
 * @param pool how many candidates each channel brings
 */
record Tuning(double floor, int pool) {

    static final Tuning MEASURED = new Tuning(0.1, 200);

    /** So many of the best of all channels together are read and ranked; with all of them recall is the same, and takes twice the time. */
    static final int READ = 100;

    static final Neighbours NEIGHBOURS = new Neighbours(List.of(0.2, 0.1));
    static final Answers ANSWERS = new Answers(0.3);
    static final Substance SUBSTANCE = new Substance(0.5, 10);
    static final Recency RECENCY = new Recency(0.1, Duration.ofDays(30));
    /** What lies in the time that the question names gains by this share. */
    static final double NAMED_TIME = 1;
    /** Who is asked about mostly told it themself. */
    static final double SPEAKER = 1.25;
    /** A question tells what was wanted, not what is so; the words that it shares with itself must not bury the answer. */
    static final double QUESTION = 0.3;
    /** The person's correction goes before what it corrects. */
    static final double CORRECTION = 1.25;

    static Tuning of(Map<String, String> settings) {
        return new Tuning(number(settings, "floor", MEASURED.floor(), 0, 1), (int)
                number(settings, "pool", MEASURED.pool(), 10, 100_000));
    }

    private static double number(Map<String, String> settings, String name, double otherwise, double from, double to) {
        String found = settings.get(name);
        if (found == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(found);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw unusable(name, found, from, to);
        }
        throw unusable(name, found, from, to);
    }

    private static IllegalArgumentException unusable(String name, String found, double from, double to) {
        return new IllegalArgumentException("setting '%s' of memory %s is '%s'; it must be a number from %s to %s"
                .formatted(name, EpisodicSemanticProvider.NAME, found, plain(from), plain(to)));
    }

    private static String plain(double number) {
        return String.valueOf((long) number);
    }
}
