package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the agent would have answered, and how far that is from what was wanted.
 *
 * @param loss from 0 to 1
 */
public record Graded(Labelled interaction, String answer, double loss) {

    /** An answer that is no further from the truth than this is right. */
    public static final double RIGHT = 0.05;

    public Graded {
        requireNonNull(interaction, "interaction");
        requireNonNull(answer, "answer");
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("the loss is %s, but must be from 0 to 1".formatted(loss));
        }
    }

    public boolean right() {
        return loss <= RIGHT;
    }

    /** The mean loss, each counted as much as its label; 0 where there is none. */
    public static double mean(List<Graded> all) {
        double weights = all.stream()
                .mapToDouble(each -> each.interaction.label().weight())
                .sum();
        double losses = all.stream()
                .mapToDouble(each -> each.loss * each.interaction.label().weight())
                .sum();
        return weights == 0 ? 0 : losses / weights;
    }
}
