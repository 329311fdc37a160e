package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.util.List;

/**
 * What a reply saw of memory. Names episodes and holds none of their words.
 *
 * @param reply the episode of the reply
 * @param at when
 * @param shown what was shown, in order
 * @param withheld what was not
 */
public record Exposure(EpisodeId reply, Instant at, List<Shown> shown, List<Withheld> withheld) {

    /** How a reply used what it was shown. */
    public enum Used {
        /** Nothing says that it did. */
        UNKNOWN,
        /** The reply names it as its ground. */
        CITED,
        /** The reply says much of what it says. */
        REPEATED
    }

    /**
     * An episode that was shown.
     *
     * @param to to whom: a planner's name, or {@code tool} and the tool's
     */
    public record Shown(EpisodeId episode, Used used, String to) {
        public Shown {
            requireNonNull(episode, "episode");
            requireNonNull(used, "used");
            requireNonNull(to, "to");
        }
    }

    /** More is not kept of one reply. */
    static final int MOST = 64;

    public Exposure {
        requireNonNull(reply, "reply");
        requireNonNull(at, "at");
        shown = shown.stream().distinct().limit(MOST).toList();
        withheld = withheld.stream().distinct().limit(MOST).toList();
    }

    public boolean isEmpty() {
        return shown.isEmpty() && withheld.isEmpty();
    }
}
