package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much higher or lower the person rates what has a trait, all else being the same.
 *
 * @param effect in points of the scale, for a whole unit of the trait
 * @param with how often the person's score was on that side of their mean, of those times
 * @param of how often they rated what has the trait
 * @param evidence where they did; empty for what was read back from a sentence
 */
public record Tendency(Trait trait, double effect, int with, int of, Set<EpisodeId> evidence) {

    public Tendency {
        requireNonNull(trait, "trait");
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
        if (!Double.isFinite(effect) || with < 0 || with > of) {
            throw new IllegalArgumentException(
                    "an effect of %s, seen %d of %d times, is none".formatted(effect, with, of));
        }
    }
}
