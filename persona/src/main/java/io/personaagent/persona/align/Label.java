package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import java.time.Instant;

/**
 * What the person really wanted, and how that is known.
 *
 * @param truth the right answer
 * @param given when the person said so
 */
public record Label(Kind kind, String truth, Instant given) {

    /** How a truth is known. */
    public enum Kind {
        /** The person said what would have been right. */
        CORRECTION(1),
        /** The person chose among answers that were offered. */
        CHOICE(1),
        /** The person gave a mark. */
        RATING(1),
        /** It came with an interaction of the person's own that was imported. */
        IMPORTED(1),
        /** The person's next message began with "no, I meant ...", and they confirmed it. */
        INFERRED(0.8),
        /** The person called the answer good: no other may be as good, but that is not known. */
        THUMB(0.5);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    public Label {
        requireNonNull(kind, "kind");
        truth = Text.clean(requireNonNull(truth, "truth")).strip();
        requireNonNull(given, "given");
        if (truth.isEmpty()) {
            throw new IllegalArgumentException("a label needs a truth");
        }
    }

    /** How much it counts, from 0 to 1. */
    public double weight() {
        return kind.weight;
    }

    /** The same, known in another way. */
    Label as(Kind other) {
        return new Label(other, truth, given);
    }
}
