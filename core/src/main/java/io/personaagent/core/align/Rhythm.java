package io.personaagent.core.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.align.Scale;

/**
 * When somebody is aligned in the background, how far, and at what price.
 *
 * @param every after how many new labels; 0 for on demand only
 * @param budget the most that one alignment may cost
 * @param asksModel whether it costs calls of a model
 */
public record Rhythm(int every, Scale scale, Budget budget, boolean asksModel) {

    /** After how many new labels somebody is aligned who has not said it, where that costs nothing. */
    public static final int USUAL = 10;

    public Rhythm {
        requireNonNull(scale, "scale");
        requireNonNull(budget, "budget");
        if (every < 0) {
            throw new IllegalArgumentException("every is %d, but must be at least 0".formatted(every));
        }
    }

    boolean isDue(long fresh) {
        return every > 0 && fresh >= every;
    }
}
