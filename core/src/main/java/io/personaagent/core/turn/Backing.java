package io.personaagent.core.turn;

import java.util.List;

/**
 * What an answer names besides episodes and statements.
 *
 * @param results the ids of the calls of this turn whose results it rests on, in the order in which they are named
 * @param unknown how often it named something that there is not
 */
public record Backing(List<String> results, int unknown) {

    /** Nothing. */
    public static final Backing NONE = new Backing(List.of(), 0);

    public Backing {
        results = List.copyOf(results);
    }
}
