package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;

/**
 * What a statement says.
 *
 * @param text one sentence that is true as it stands, without line breaks
 * @param kind what it is about
 * @param polarity how the person stands to what the sentence is about
 * @param strength how much it matters to the person, from 0 to 1
 */
public record Meaning(String text, Statement.Kind kind, Statement.Polarity polarity, double strength) {

    public Meaning {
        text = Text.clean(requireNonNull(text, "text")).strip().replaceAll("\\R", " ");
        requireNonNull(kind, "kind");
        requireNonNull(polarity, "polarity");
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength is %s, but must be from 0 to 1".formatted(strength));
        }
    }

    /** Neither for nor against, and of full strength. */
    public static Meaning of(String text, Statement.Kind kind) {
        return new Meaning(text, kind, Statement.Polarity.NEUTRAL, 1);
    }

    /** The same in other words. */
    public Meaning saying(String words) {
        return new Meaning(words, kind, polarity, strength);
    }
}
