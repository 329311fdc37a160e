package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import java.util.List;
import java.util.Optional;

/**
 * An episode whose every row matched its hash.
 *
 * @param position where it stands in the log
 * @param episode with all its feedback
 * @param feedbackPositions where each piece of feedback stands, in the same order; its own position for what came with it
 */
record StoredEpisode(long position, Episode episode, List<Long> feedbackPositions) {
    StoredEpisode {
        feedbackPositions = List.copyOf(feedbackPositions);
    }

    /** Whether it has an entry in the log there. */
    boolean standsAt(long place) {
        return position == place || feedbackPositions.contains(place);
    }

    Optional<Long> positionOf(Feedback feedback) {
        int index = episode.feedback().indexOf(feedback);
        return index < 0 ? Optional.empty() : Optional.of(feedbackPositions.get(index));
    }

    /** Whether appending the other is appending this one again: all but the time of recording is the same. */
    boolean wasAppendedAs(Episode other) {
        return episode.occasion().session().equals(other.occasion().session())
                && episode.occasion().happened().equals(other.occasion().happened())
                && episode.exchange().equals(other.exchange())
                && episode.provenance().equals(other.provenance())
                && feedbackThatCameWithIt()
                        .equals(other.feedback().stream().distinct().toList());
    }

    private List<Feedback> feedbackThatCameWithIt() {
        long came =
                feedbackPositions.stream().filter(place -> place == position).count();
        return episode.feedback().subList(0, (int) came);
    }
}
