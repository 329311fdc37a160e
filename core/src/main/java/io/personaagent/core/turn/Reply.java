package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;

/**
 * How a turn ended. It has been logged when the caller gets it.
 *
 * @param episode the episode that the turn was logged as
 * @param text what the person is told
 * @param end in which way the turn ended
 * @param trace what the answer came from
 */
public record Reply(EpisodeId episode, String text, End end, Trace trace) {

    /** The ways in which a turn can end. */
    public enum End {
        /** With an answer. */
        ANSWERED,
        /** With a question to the person. */
        ASKED,
        /** The planner failed, for instance because its model could not be reached. */
        FAILED,
        /** Steps or time ran out. */
        GAVE_UP,
        /** The person cancelled it. */
        CANCELLED
    }

    public Reply {
        requireNonNull(episode, "episode");
        requireNonNull(text, "text");
        requireNonNull(end, "end");
        requireNonNull(trace, "trace");
    }
}
