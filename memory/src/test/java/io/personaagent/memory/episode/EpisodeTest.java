package io.personaagent.memory.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final Instant NOON_TO_THE_MILLISECOND = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Episode TEA = new Episode(
            new EpisodeId("e1"),
            new Occasion("s1", NOON, NOON),
            new Exchange("", "What do I drink?", List.of(), "Green tea."),
            Provenance.CHAT);

    @Test
    void occasion_cleansItsSession_andCutsTimesToTheMillisecond() {
        Occasion occasion = new Occasion("e\u0301\0", NOON, NOON.plusSeconds(1));

        assertThat(occasion)
                .isEqualTo(
                        new Occasion("\u00e9\uFFFD", NOON_TO_THE_MILLISECOND, NOON_TO_THE_MILLISECOND.plusSeconds(1)));
        assertThat(occasion.happened()).isEqualTo(NOON_TO_THE_MILLISECOND);
    }

    @Test
    void exchange_cleansItsTexts_andCopiesItsActions() {
        List<Action> actions = new ArrayList<>();
        Exchange exchange = new Exchange("Zoe\u0308", "\uD800 \u4f60\u597d", actions, "\uDC00\u0642\u0647\u0648\u0629");

        actions.add(action(ToolResult.done("x")));

        assertThat(exchange)
                .isEqualTo(
                        new Exchange("Zo\u00eb", "\uFFFD \u4f60\u597d", List.of(), "\uFFFD\u0642\u0647\u0648\u0629"));
    }

    @Test
    void said_hasNeitherActionsNorReply() {
        assertThat(Exchange.said("Bob", "Tea?")).isEqualTo(new Exchange("Bob", "Tea?", List.of(), ""));
    }

    @Test
    void action_cleansWhatTheToolSaid_andCutsItsTimeToTheMillisecond() {
        assertThat(action(ToolResult.done("20:00\0")).outcome()).isEqualTo(ToolResult.done("20:00\uFFFD"));
        assertThat(action(ToolResult.failed(Fault.WORLD, "cafe\u0301 closed")).outcome())
                .isEqualTo(ToolResult.failed(Fault.WORLD, "caf\u00e9 closed"));
        assertThat(action(ToolResult.done("x")).took()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void provenance_ordersAndCleansItsTags_andCannotBeChanged() {
        Provenance provenance =
                new Provenance(Origin.TOOL, Trust.UNTRUSTED, Sensitivity.HEALTH, Set.of("z", "a", "e\u0301te\u0301"));

        assertThat(provenance.tags()).containsExactly("a", "z", "\u00e9t\u00e9");
        assertThatThrownBy(() -> provenance.tags().add("more")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void and_trustsOnlyWhatBothTrust() {
        assertThat(Trust.TRUSTED.and(Trust.TRUSTED)).isEqualTo(Trust.TRUSTED);
        assertThat(Trust.TRUSTED.and(Trust.UNTRUSTED)).isEqualTo(Trust.UNTRUSTED);
        assertThat(Trust.UNTRUSTED.and(Trust.TRUSTED)).isEqualTo(Trust.UNTRUSTED);
    }

    @Test
    void with_addsFeedbackAtTheEnd_toANewEpisode() {
        Episode corrected = TEA.with(Feedback.bad(NOON)).with(Feedback.corrected("Coffee.", NOON));

        assertThat(TEA.feedback()).isEmpty();
        assertThat(corrected.feedback()).containsExactly(Feedback.bad(NOON), Feedback.corrected("Coffee.", NOON));
        assertThat(corrected.exchange()).isEqualTo(TEA.exchange());
    }

    @Test
    void groundTruth_isWhatTheLatestWordSays() {
        Feedback coffee = Feedback.corrected("Coffee.", NOON);

        assertThat(TEA.groundTruth()).isEmpty();
        assertThat(TEA.with(Feedback.good(NOON)).groundTruth()).contains("Green tea.");
        assertThat(TEA.with(Feedback.good(NOON)).with(coffee).groundTruth()).contains("Coffee.");
        assertThat(TEA.with(coffee).with(Feedback.bad(NOON)).groundTruth()).isEmpty();
    }

    private static Action action(ToolResult outcome) {
        return new Action("clock", "{}", outcome, Duration.ofNanos(7_999_999), "policy");
    }
}
