package io.personaagent.persona.choice;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody chooses where something is spoken of, as a sentence and back.
 *
 * @param label what they choose
 * @param feature where this is spoken of
 * @param count how often they did
 * @param of of so many times
 */
public record Chosen(String label, String feature, int count, int of) {

    private static final Pattern SENTENCE =
            Pattern.compile("Chooses \"(.{1,300})\" for \"(.{1,300})\", (\\d{1,6}) of (\\d{1,6})\\.");
    private static final double SHRINKAGE = 2;

    public Chosen {
        requireNonNull(label, "label");
        requireNonNull(feature, "feature");
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("chosen %d of %d times is not possible".formatted(count, of));
        }
    }

    /** The one that a sentence says. */
    public static Optional<Chosen> in(String sentence) {
        Matcher found = SENTENCE.matcher(sentence);
        return found.matches()
                ? Optional.of(new Chosen(
                        found.group(1),
                        found.group(2),
                        Math.min(Integer.parseInt(found.group(3)), Integer.parseInt(found.group(4))),
                        Integer.parseInt(found.group(4))))
                : Optional.empty();
    }

    public String sentence() {
        return "Chooses \"%s\" for \"%s\", %d of %d.".formatted(label, feature, count, of);
    }

    /** How much more likely the label is than each of the others, as a logarithm; shrunken towards all being alike. */
    double worth(int options) {
        double share = (count + SHRINKAGE / options) / (of + SHRINKAGE);
        return Math.log(share) - Math.log((1 - share) / (options - 1));
    }
}
