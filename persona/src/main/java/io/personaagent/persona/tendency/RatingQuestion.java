package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question for the score that the person would give: {@code How would I rate Alien (1979) from 1 to 10?}
 *
 * @param thing what is to be rated
 * @param low the lowest score; 1 where the question does not say
 * @param high the highest score; 5 where the question does not say
 */
public record RatingQuestion(String thing, double low, double high) {

    private static final Pattern ASKED = Pattern.compile(
            "(?is)(?:(?:and|so|well),? )?(?:how (?:would|will|did|do) i (?:rate|score)"
                    + "|(?:how many (?:stars|points)|what (?:score|rating|mark)) (?:would|will|did|do) i give(?: to)?) (.+)");
    private static final Pattern RANGE = Pattern.compile(
            "(?i),?\\s+(?:on a scale )?(?:from (\\d{1,2}) to (\\d{1,2})|out of (\\d{1,2}))(?: stars| points)?\\b");

    public RatingQuestion {
        requireNonNull(thing, "thing");
        if (!(low < high)) {
            throw new IllegalArgumentException("a rating from %s to %s is none".formatted(low, high));
        }
    }

    /** The one that a message asks; empty when it asks something else. */
    public static Optional<RatingQuestion> in(String message) {
        Matcher asked = ASKED.matcher(message.strip());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String rest = asked.group(1).strip().replaceFirst("\\?+$", "");
        Matcher range = RANGE.matcher(rest);
        return range.find()
                ? between(range, (rest.substring(0, range.start()) + rest.substring(range.end())).strip())
                : Optional.of(new RatingQuestion(rest.strip(), 1, 5));
    }

    /** The scores that may answer it. */
    public Scale scale(Habit habit) {
        boolean whole = habit.counts().keySet().stream().allMatch(score -> score == Math.rint(score));
        return new Scale(low, high, whole ? 1 : 0.5);
    }

    private static Optional<RatingQuestion> between(Matcher range, String thing) {
        boolean outOf = range.group(3) != null;
        double low = outOf ? 1 : Double.parseDouble(range.group(1));
        double high = Double.parseDouble(outOf ? range.group(3) : range.group(2));
        return low < high && !thing.isEmpty() ? Optional.of(new RatingQuestion(thing, low, high)) : Optional.empty();
    }
}
