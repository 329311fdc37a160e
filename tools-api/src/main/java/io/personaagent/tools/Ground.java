package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

/**
 * One thing known of the person that speaks for something or against it.
 *
 * @param text the persona's sentence, or what the person said
 * @param source the id of the persona's statement, or of the episode in which it was said
 * @param worth how much it speaks for it; negative where it speaks against it
 */
public record Ground(String text, String source, double worth) {
    public Ground {
        requireNonNull(text, "text");
        requireNonNull(source, "source");
        if (!Double.isFinite(worth)) {
            throw new IllegalArgumentException("a worth of %s is none".formatted(worth));
        }
    }
}
