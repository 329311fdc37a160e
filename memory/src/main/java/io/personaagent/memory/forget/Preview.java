package io.personaagent.memory.forget;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Removed;
import java.nio.file.Path;
import java.util.List;

/**
 * What would go. Nothing has happened yet.
 *
 * @param scope whether these episodes, or all that is kept of the person
 * @param episodes those that would go, in the order of the log
 * @param removed how much would go, by now; links are not counted
 * @param copies copies of the store that would go with it, because they hold the same
 */
public record Preview(Scope scope, List<Episode> episodes, Removed removed, List<Path> copies) {

    /** How far it reaches. */
    public enum Scope {
        /** Episodes, and what rests on them. */
        EPISODES,
        /** All that is kept of the person: also the persona, and what tools keep. */
        EVERYTHING
    }

    public Preview {
        requireNonNull(scope, "scope");
        episodes = List.copyOf(episodes);
        requireNonNull(removed, "removed");
        copies = List.copyOf(copies);
    }

    /** Whether there is nothing to forget. */
    public boolean isEmpty() {
        return scope == Scope.EPISODES && episodes.isEmpty();
    }
}
