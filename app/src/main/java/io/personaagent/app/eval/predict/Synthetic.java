package io.personaagent.app.eval.predict;

import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.tendency.Scale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up people whose likings are known to be there: each likes some subjects, dislikes others, and rates by them with a little noise. For
 * tests of the machinery; figures on them say nothing about people. The same for the same seed.
 */
public final class Synthetic {

    private static final List<String> SUBJECTS = List.of(
            "Gardens", "Engines", "Ghosts", "Cooking", "Islands", "Chess", "Weather", "Horses", "Bridges", "Jazz");
    private static final Scale STARS = new Scale(0.5, 5, 0.5);
    private static final Instant BEGAN = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LOG = 120;
    private static final int QUESTIONS = 10;
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 70;
    private static final double MIDDLE = 3.2;
    private static final double LIKING = 1.2;
    private static final double NOISE = 0.4;

    private final Random random;

    private Synthetic(long seed) {
        this.random = new Random(seed);
    }

    /** So many people who are asked for scores, and the same who are asked for choices. */
    public static List<Exam> make(int people, long seed) {
        Synthetic made = new Synthetic(seed);
        List<Person> rating = new ArrayList<>();
        List<Person> choosing = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            made.add("synthetic-" + number, rating, choosing);
        }
        return List.of(
                new Exam("synthetic_rating", List.of(), rating),
                new Exam("synthetic_choice", List.of("[1]", "[2]"), choosing));
    }

    private void add(String user, List<Person> rating, List<Person> choosing) {
        double[] likings = random.doubles(SUBJECTS.size(), -LIKING, LIKING).toArray();
        List<Episode> log = new ArrayList<>();
        for (int number = 0; number < LOG; number++) {
            int[] subjects = subjects();
            String given = label(likings, subjects);
            log.add(Form.MOVIE_SCORE.episode(
                    user + "-" + number, text(number, subjects), given, BEGAN.plusSeconds(number)));
        }
        List<Exercise> rates = new ArrayList<>();
        List<Exercise> chooses = new ArrayList<>();
        while (chooses.size() < QUESTIONS) {
            int[] one = subjects();
            int[] other = subjects();
            String first = label(likings, one);
            String second = label(likings, other);
            int number = LOG + rates.size();
            if (rates.size() < QUESTIONS) {
                rates.add(new Exercise(asked(Form.question(text(number, one))), Key.score(first)));
            }
            if (!first.equals(second)) {
                String right = Double.parseDouble(first) > Double.parseDouble(second) ? "[1]" : "[2]";
                Message which = asked(Form.question(text(number, one), text(number + 1, other)));
                chooses.add(new Exercise(which, Form.MOVIE_CHOICE.key(right)));
            }
        }
        rating.add(new Person(user, log, rates));
        choosing.add(new Person(user, log, chooses));
    }

    private static Message asked(String question) {
        Instant now = BEGAN.plusSeconds(LOG);
        return new Message(Form.session(now), question, now);
    }

    private int[] subjects() {
        return random.ints(0, SUBJECTS.size())
                .distinct()
                .limit(1 + random.nextInt(3))
                .toArray();
    }

    private String text(int number, int[] subjects) {
        StringBuilder names = new StringBuilder();
        for (int subject : subjects) {
            names.append(names.isEmpty() ? "" : ", ").append(SUBJECTS.get(subject));
        }
        return "Made-up thing %d (%d). Subjects: %s".formatted(number, FIRST_YEAR + random.nextInt(YEARS), names);
    }

    private String label(double[] likings, int[] subjects) {
        double sum = MIDDLE + NOISE * random.nextGaussian();
        for (int subject : subjects) {
            sum += likings[subject] / Math.sqrt(subjects.length);
        }
        return String.format(Locale.ROOT, "%.1f", STARS.nearest(sum));
    }
}
