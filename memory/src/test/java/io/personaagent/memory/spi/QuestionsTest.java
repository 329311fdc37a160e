package io.personaagent.memory.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Source.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into recall and what comes out of it. */
class QuestionsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void about_asksForTen_andHidesNothing() {
        assertThat(RecallQuery.about("cafe\u0301\0", NOON))
                .isEqualTo(new RecallQuery("caf\u00e9\uFFFD", NOON, 10, Set.of()));
    }

    @Test
    void query_changesByMakingAnother() {
        Set<EpisodeId> hidden = Set.of(new EpisodeId("e1"));

        assertThat(RecallQuery.about("\u8336", NOON).limit(3).hiding(hidden))
                .isEqualTo(new RecallQuery("\u8336", NOON, 3, hidden));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void limit_belowOne_isRefused(int limit) {
        RecallQuery query = RecallQuery.about("tea", NOON);

        assertThatThrownBy(() -> query.limit(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is %d, but must be at least 1", limit);
    }

    @Test
    void tokens_areWithoutBoundAtFirst_andAtLeastOne() {
        RecallQuery query = RecallQuery.about("tea", NOON);

        assertThat(query.tokens()).isEqualTo(Integer.MAX_VALUE);
        assertThat(query.tokens(7).limit(3)).isEqualTo(new RecallQuery("tea", NOON, 3, Set.of()).tokens(7));
        assertThatThrownBy(() -> query.tokens(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the budget is 0 tokens, but must be at least 1");
    }

    @Test
    void source_withoutEvidence_isRefused() {
        assertThatThrownBy(() -> new Source(Kind.STATEMENT, "", NOON, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a recollection needs evidence: the episodes that it rests on");
    }

    @Test
    void budget_belowZero_isRefused() {
        assertThatThrownBy(() -> new Budget(Duration.ofSeconds(-1), 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget cannot be negative: PT-1S, 2 calls, 3 tokens");
        assertThatThrownBy(() -> new Budget(Duration.ZERO, -1, 0))
                .hasMessage("a budget cannot be negative: PT0S, -1 calls, 0 tokens");
        assertThatThrownBy(() -> new Budget(Duration.ZERO, 0, -1))
                .hasMessage("a budget cannot be negative: PT0S, 0 calls, -1 tokens");
        assertThat(new Budget(Duration.ZERO, 0, 0).tokens()).isZero();
    }
}
