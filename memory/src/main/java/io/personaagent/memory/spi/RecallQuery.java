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
 * @param tokens about how many tokens the recollections together may have at most, at least 1; what does not fit is left out whole
 */
public record RecallQuery(String about, Instant now, int limit, Set<EpisodeId> hidden, int tokens) {

    public RecallQuery {
        about = Text.clean(requireNonNull(about, "about"));
        requireNonNull(now, "now");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(limit));
        }
        hidden = Set.copyOf(hidden);
        if (tokens < 1) {
            throw new IllegalArgumentException("the budget is %d tokens, but must be at least 1".formatted(tokens));
        }
    }

    /** Without a budget of tokens. */
    public RecallQuery(String about, Instant now, int limit, Set<EpisodeId> hidden) {
        this(about, now, limit, hidden, Integer.MAX_VALUE);
    }

    public static RecallQuery about(String about, Instant now) {
        return new RecallQuery(about, now, 10, Set.of());
    }

    public RecallQuery limit(int most) {
        return new RecallQuery(about, now, most, hidden, tokens);
    }

    public RecallQuery hiding(Set<EpisodeId> episodes) {
        return new RecallQuery(about, now, limit, episodes, tokens);
    }

    public RecallQuery tokens(int most) {
        return new RecallQuery(about, now, limit, hidden, most);
    }
}
