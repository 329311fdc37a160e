package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * How something stands with the person.
 *
 * @param grounds what speaks for it and against it, the weightiest first; empty where nothing is known that has to do with it
 */
public record Liking(String thing, List<Ground> grounds) {

    /** A worth that is nearer to another, or to none, decides nothing. */
    public static final double CLEAR = 0.05;

    public Liking {
        requireNonNull(thing, "thing");
        grounds = grounds.stream()
                .sorted(Comparator.comparingDouble((Ground ground) -> -Math.abs(ground.worth())))
                .toList();
    }

    /** How much is to be thought of it, about in standard deviations of what somebody likes; negative where the person would dislike it. */
    public double worth() {
        return grounds.stream().mapToDouble(Ground::worth).sum();
    }
}
