package io.personaagent.persona.choice;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;

/**
 * What speaks for something, or against it.
 *
 * @param statement the id of the persona's statement; empty for what was said only now
 * @param text the statement, or what was said
 * @param said where it was said only now; empty for a statement
 * @param worth how much it speaks for it, about in standard deviations of what somebody likes; negative where it speaks against it
 * @param seen how often it was seen
 */
public record Reason(String statement, String text, List<EpisodeId> said, double worth, int seen) {

    public Reason {
        requireNonNull(statement, "statement");
        requireNonNull(text, "text");
        said = List.copyOf(said);
        if (!Double.isFinite(worth) || seen < 0) {
            throw new IllegalArgumentException("a worth of %s, seen %d times, is none".formatted(worth, seen));
        }
    }

    /** The same that counts so many times. */
    Reason times(double weight) {
        return new Reason(statement, text, said, worth * weight, seen);
    }

    /** The same that counts so much less. */
    Reason less(double other) {
        return new Reason(statement, text, said, worth - other, seen);
    }

    /** Whether both are the same, whatever they speak for. */
    boolean isSame(Reason other) {
        return statement.equals(other.statement) && text.equals(other.text);
    }
}
