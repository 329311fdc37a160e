package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark that a person gives, such as {@code 4}, {@code 4/5} or {@code 7.5/10}.
 *
 * @param value the mark
 * @param best the best there is, and 0 where it was not said
 */
public record Mark(double value, int best) {

    static final Task.Rating USUAL = new Task.Rating(1, 5);

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,2}(?:[.,]\\d)?)(?:\\s?/\\s?(\\d{1,2}))?(?:\\s+(.*))?", Pattern.DOTALL);

    /** A mark and what else was said. */
    public record Said(Mark mark, String rest) {
        public Said {
            requireNonNull(mark, "mark");
            requireNonNull(rest, "rest");
        }
    }

    /**
     * Reads a mark at the beginning of what was said.
     *
     * @throws IllegalArgumentException when none stands there
     */
    public static Said in(String said) {
        Matcher form = FORM.matcher(said.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no mark; expected one such as 4, 4/5 or 7.5/10".formatted(said.strip()));
        }
        int best = Optional.ofNullable(form.group(2)).map(Integer::parseInt).orElse(0);
        if (form.group(2) != null && best < 2) {
            throw new IllegalArgumentException(
                    "a mark out of %d says nothing; the best must be at least 2".formatted(best));
        }
        return new Said(
                new Mark(Double.parseDouble(form.group(1).replace(',', '.')), best),
                Optional.ofNullable(form.group(3)).orElse("").strip());
    }

    /** As it was given. */
    public String given() {
        return best == 0 ? text() : text() + "/" + best;
    }

    /** The number alone. */
    String text() {
        return text(value);
    }

    static String text(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }

    /** From 1 to the best; to 5 where it was not said. */
    Task.Rating scale() {
        return best == 0 ? USUAL : new Task.Rating(1, best);
    }

    /** The mark, if it is one of this scale. */
    Mark within(Task.Rating scale) {
        boolean other = best != 0 && best != scale.to();
        if (other || value < scale.from() || value > scale.to()) {
            throw new IllegalArgumentException("%s is not on the scale, which goes from %s to %s"
                    .formatted(given(), text(scale.from()), text(scale.to())));
        }
        return this;
    }

    /** 0 for the worst, 1 for the best. */
    double share() {
        Task.Rating scale = scale();
        return (within(scale).value - scale.from()) / (scale.to() - scale.from());
    }
}
