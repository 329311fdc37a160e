package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message that says which answers it allows, and wants nothing else: a score on a scale, one of two that are quoted, or one of the listed
 * labels, and then what it is about.
 *
 * @param ask what is asked
 */
public record ClosedQuestion(Ask ask) {

    private static final Pattern CLOSED = Pattern.compile("(?i)\\b(?:just )?answer with\\b");
    private static final Pattern SCALE = Pattern.compile(
            "(?i)\\bon a scale (?:of|from) (\\d{1,2}(?:\\.5)?) to (\\d{1,2}(?:\\.5)?)( in half (?:stars|points))?");
    private static final Pattern ABOUT = Pattern.compile("(?s)\\. [a-z][a-z ]{0,30}: (.+)$");
    private static final Pattern LABELS = Pattern.compile("(?s)\\. [a-z]{1,30}: \\[([^\\]]+)\\] [a-z]{1,30}: (.+)$");
    private static final Pattern TWO = Pattern.compile("(?s)\\[1\\]: \"(.*)\" \\[2\\]: \"(.*)\"\\s*$");
    private static final Pattern LIKES = Pattern.compile("(?i)\\b(?:higher|prefer|like more|like better|rather)\\b");
    private static final Scale STARS = new Scale(0.5, 5, 0.5);

    public ClosedQuestion {
        requireNonNull(ask, "ask");
    }

    /** The one that a message asks; empty where it leaves the form of the answer open, or cannot be read. */
    public static Optional<ClosedQuestion> in(String message) {
        return CLOSED.matcher(message).find()
                ? classify(message)
                        .or(() -> two(message))
                        .or(() -> rate(message))
                        .map(ClosedQuestion::new)
                : Optional.empty();
    }

    /** What it is about, without how it is asked; both of two. */
    public String thing() {
        if (ask instanceof Ask.Rate rate) {
            return rate.text();
        }
        if (ask instanceof Ask.Prefer prefer) {
            return prefer.first() + "\n" + prefer.second();
        }
        return ask instanceof Ask.Relate relate ? relate.first() + "\n" + relate.second() : ((Ask.Classify) ask).text();
    }

    private static Optional<Ask> rate(String message) {
        Matcher scale = SCALE.matcher(message);
        if (!scale.find()) {
            return Optional.empty();
        }
        double low = Double.parseDouble(scale.group(1));
        double high = Double.parseDouble(scale.group(2));
        Matcher about = ABOUT.matcher(message).region(scale.end(), message.length());
        return low < high && about.find()
                ? Optional.of(new Ask.Rate(about.group(1), new Scale(low, high, scale.group(3) == null ? 1 : 0.5)))
                : Optional.empty();
    }

    private static Optional<Ask> two(String message) {
        Matcher two = TWO.matcher(message);
        if (!two.find()) {
            return Optional.empty();
        }
        String asked = message.substring(0, two.start());
        return Optional.of(
                LIKES.matcher(asked).find()
                        ? new Ask.Prefer(two.group(1), two.group(2), STARS)
                        : new Ask.Relate(two.group(1), two.group(2)));
    }

    private static Optional<Ask> classify(String message) {
        Matcher found = LABELS.matcher(message);
        if (!found.find()) {
            return Optional.empty();
        }
        List<String> labels =
                Stream.of(found.group(1).split(",", -1)).map(String::strip).toList();
        return Optional.of(new Ask.Classify(found.group(2), labels));
    }
}
