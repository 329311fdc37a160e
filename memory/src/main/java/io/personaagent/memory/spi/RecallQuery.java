package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Text;
import java.time.Instant;
import java.util.Set;

/**
 * A question to memory.
 *
 * @param about what is asked, in plain words
 * @param now when it is asked
 * @param limit the most recollections to return, at least 1
 * @param hidden episodes that must not be recalled, such as those that the planner sees anyway
 * @param use what it is asked for; the host sees to it that only what this allows comes out
 */
public record RecallQuery(String about, Instant now, int limit, Set<EpisodeId> hidden, Use use) {

    public RecallQuery {
        about = Text.clean(requireNonNull(about, "about"));
        requireNonNull(now, "now");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(limit));
        }
        hidden = Set.copyOf(hidden);
        requireNonNull(use, "use");
    }

    /** For the person's own eyes. */
    public RecallQuery(String about, Instant now, int limit, Set<EpisodeId> hidden) {
        this(about, now, limit, hidden, Use.OWN_EYES);
    }

    /** At most ten, for the person's own eyes. */
    public static RecallQuery about(String about, Instant now) {
        return new RecallQuery(about, now, 10, Set.of());
    }

    public RecallQuery limit(int most) {
        return new RecallQuery(about, now, most, hidden, use);
    }

    public RecallQuery hiding(Set<EpisodeId> episodes) {
        return new RecallQuery(about, now, limit, episodes, use);
    }

    public RecallQuery usedFor(Use wanted) {
        return new RecallQuery(about, now, limit, hidden, wanted);
    }
}
