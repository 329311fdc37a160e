package io.personaagent.memory.episodic;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Terms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private final Map<String, Double> found = new LinkedHashMap<>();

    @Test
    void bestFirst_ofEquallyFound_prefersWhoIsAskedAbout() {
        add("ada", "Ada", "I moved to Delft last year");
        add("bob", "Bob", "I moved to Breda last year");

        assertThat(ranked("Where did Bob move?")).containsExactly("bob", "ada");
    }

    @Test
    void bestFirst_whereNobodyIsNamed_prefersThePersonsOwnWords() {
        add("agent", "assistant", "Many people moved to Delft");
        add("own", "", "I moved to Delft last year");

        assertThat(ranked("Where did I move?")).containsExactly("own", "agent");
    }

    @Test
    void bestFirst_ofEquallyFound_prefersWhatTellsMore() {
        add("thanks", "", "Thanks, that move was great");
        add("told", "", "We moved to a small house by the harbour in Delft, with the dog and two cats");

        assertThat(ranked("Where did I move?")).containsExactly("told", "thanks");
    }

    @Test
    void bestFirst_givesAnAnswerAShareOfTheOthersQuestion() {
        add("question", "Bob", "Where did you move last year? I heard it was far.");
        add("answer", "", "Delft, by the harbour", "question");
        found.put("answer", 0.1);

        Ranking.Ranked answer = ranking("Where did I move?").bestFirst().stream()
                .filter(each -> each.turn().id().equals("answer"))
                .findFirst()
                .orElseThrow();

        assertThat(answer.factors()).contains(new Score.Part("answers", Tuning.ANSWERS.share() * 0.5, 0));
    }

    @Test
    void bestFirst_givesNothingToTheAnswerToThePersonsOwnQuestion() {
        add("question", "", "Where should I move? I like water.");
        add("answer", "assistant", "Delft has many canals", "question");

        assertThat(ranking("Where did I move?").bestFirst())
                .allSatisfy(each -> assertThat(each.factors()).contains(new Score.Part("answers", 0, 0)));
    }

    @Test
    void behind_putsTheSameAgainBehindSomethingElse() {
        add("once", "", "I moved to Delft last year");
        add("twice", "", "I moved to Delft last year");
        add("other", "", "I moved my desk last year");
        found.put("other", 0.48);
        point("once", 1, 0);
        point("twice", 1, 0);
        point("other", 0, 1);

        assertThat(Repeats.behind(ranking("Where did I move?").bestFirst()))
                .extracting(each -> each.turn().id())
                .containsExactly("once", "other", "twice");
    }

    private void add(String id, String speaker, String text, String... before) {
        Episode episode = new Episode(
                new EpisodeId(id), new Occasion("s", NOON, NOON), Exchange.said(speaker, text), Provenance.CHAT);
        turns.put(
                id,
                Turn.said(episode, List.of(before).stream().map(EpisodeId::new).toList()));
        found.put(id, 0.5);
    }

    private void point(String id, float... direction) {
        turns.computeIfPresent(id, (same, turn) -> new Turn(turn.record().with(Vector.of("m", direction))));
    }

    private List<String> ranked(String question) {
        return ranking(question).bestFirst().stream()
                .map(each -> each.turn().id())
                .toList();
    }

    private Ranking ranking(String question) {
        Map<String, Double> scores = new LinkedHashMap<>(found);
        scores.put("best of all", 1.0);
        return new Ranking(
                List.of(new Channel("dense", scores, 0)),
                turns,
                new LinkedHashSet<>(Terms.of(question)),
                NOON,
                Times.asked(question, NOON, ZoneOffset.UTC));
    }
}
