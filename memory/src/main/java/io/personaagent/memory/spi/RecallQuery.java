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
 * @param most how much may be returned
 * @param hidden episodes that must not be recalled, such as those that the planner sees anyway
 * @param use what it is asked for; the host sees to it that only what this allows comes out
 */
public record RecallQuery(String about, Instant now, Most most, Set<EpisodeId> hidden, Use use) {

    /**
     * How much may be returned.
     *
     * @param recollections how many, at least 1
     * @param tokens about how many tokens together, at least 1; what does not fit is left out whole
     */
    public record Most(int recollections, int tokens) {
        public Most {
            if (recollections < 1) {
                throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(recollections));
            }
            if (tokens < 1) {
                throw new IllegalArgumentException("the budget is %d tokens, but must be at least 1".formatted(tokens));
            }
        }
    }

    public RecallQuery {
        about = Text.clean(requireNonNull(about, "about"));
        requireNonNull(now, "now");
        requireNonNull(most, "most");
        hidden = Set.copyOf(hidden);
        requireNonNull(use, "use");
    }

    /** For the person's own eyes, without a budget of tokens. */
    public RecallQuery(String about, Instant now, int limit, Set<EpisodeId> hidden) {
        this(about, now, new Most(limit, Integer.MAX_VALUE), hidden, Use.OWN_EYES);
    }

    /** At most ten, for the person's own eyes. */
    public static RecallQuery about(String about, Instant now) {
        return new RecallQuery(about, now, 10, Set.of());
    }

    /** The most recollections to return. */
    public int limit() {
        return most.recollections();
    }

    /** About how many tokens the recollections together may have. */
    public int tokens() {
        return most.tokens();
    }

    public RecallQuery limit(int recollections) {
        return new RecallQuery(about, now, new Most(recollections, most.tokens()), hidden, use);
    }

    public RecallQuery tokens(int tokens) {
        return new RecallQuery(about, now, new Most(most.recollections(), tokens), hidden, use);
    }

    public RecallQuery hiding(Set<EpisodeId> episodes) {
        return new RecallQuery(about, now, most, episodes, use);
    }

    public RecallQuery usedFor(Use wanted) {
        return new RecallQuery(about, now, most, hidden, wanted);
    }
}
