package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plan.ReflexPlanner;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Statement.Polarity;
import io.personaagent.persona.Support;
import io.personaagent.persona.elicit.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreferringTest {

    private static final String UNKNOWN =
            "I don't know you well enough to say: nothing that I know of you decides between these. Tell me what you like, and I will remember it.";
    private static final String FILMS =
            "Should I watch Alien (1979). Genres: Horror or Airplane! (1980). Genres: Comedy?";
    private static final String ASKED = "I don't know you well enough to say. Do you like Horror?";

    private final ReflexPlanner planner = new ReflexPlanner(new WordBagModel().embedder(), ZoneOffset.UTC);

    private static Statement statement(String id, String text, Polarity polarity) {
        return new Statement(
                id,
                new Meaning(text, Statement.Kind.PREFERENCE, polarity, 1),
                new Support(0.5, Set.of(), Situations.NOW, Situations.NOW),
                Standing.NEW);
    }

    private static Background knowing(Statement... statements) {
        return new Background(new Persona(1, "rules", List.of(statements)), List.of(), List.of());
    }

    private static Background after(Episode... conversation) {
        return new Background(new Persona(1, "rules", List.of()), List.of(), List.of(conversation));
    }

    private static Episode asked(String query, String reply) {
        Instant then = Situations.NOW.minusSeconds(60);
        return new Episode(
                new EpisodeId("asked"),
                new Occasion("s", then, then),
                new Exchange("", query, List.of(), reply),
                new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of(Told.ASKED_TAG)));
    }

    private Step next(String message, Background background) {
        return planner.next(
                Situation.of(new Message("s", message, Situations.NOW), background, EverydayTools.all()),
                TurnListener.none());
    }

    private Step.Answer answer(String message, Background background) {
        return (Step.Answer) next(message, background);
    }

    @Test
    void choice_isTheOptionThatThePersonaSpeaksFor_withTheSentenceThatDecided() {
        Step.Answer answer =
                answer("Tea or coffee?", knowing(statement("stated-1", "Does not like tea.", Polarity.AGAINST)));

        assertThat(answer.text()).isEqualTo("coffee, going by what I know of you:\n- Does not like tea. (stated-1)");
        assertThat(answer.steered()).containsExactly("stated-1");
    }

    @Test
    void choice_whereNothingIsKnown_saysSo_andNamesNoStatement() {
        Background background = knowing(statement("stated-1", "Likes rain.", Polarity.FOR));

        assertThat(next("Tea or coffee?", background)).isEqualTo(new Step.Answer(UNKNOWN, List.of()));
        assertThat(next(FILMS, background)).isEqualTo(new Step.Answer(UNKNOWN, List.of()));
    }

    @Test
    void choice_whereNothingIsKnown_asksWhatHelpsTheMost_asLongAsItMay() {
        assertThat(next(FILMS, knowing().asking(1))).isEqualTo(new Step.AskUser(ASKED, Step.AskUser.Aim.LIKING));
        assertThat(next(
                        FILMS,
                        knowing(statement("s", "Likes horror.", Polarity.FOR)).asking(1)))
                .isInstanceOf(Step.Answer.class);
        assertThat(next("Where do I live?", knowing().asking(1))).isInstanceOf(Step.Answer.class);
    }

    @Test
    void anAnswerToItsQuestion_answersWhatWasAskedBefore() {
        Step.Answer no = answer("No, not really", after(asked(FILMS, ASKED)));

        assertThat(no.text())
                .isEqualTo(
                        "Airplane! (1980). Genres: Comedy, going by what I know of you:\n- Does not like horror. (you said so in this conversation)");
        assertThat(no.cites()).containsExactly(new EpisodeId("asked"));
        assertThat(no.steered()).isEmpty();
        assertThat(answer("Yes", after(asked(FILMS, ASKED))).text()).startsWith("Alien (1979). Genres: Horror, going");
        assertThat(answer("No idea.", after(asked(FILMS, ASKED))).text()).isEqualTo("I'll remember that.");
        assertThat(answer("Yes", after(Situations.said("e1", FILMS, ASKED))).text())
                .isEqualTo("All right.");
    }

    @Test
    void choice_goesByWhatWasSaidInThisConversation() {
        Step.Answer answer =
                answer("Tea or coffee?", after(Situations.said("e1", "I hate tea.", "I'll remember that.")));

        assertThat(answer.text()).startsWith("coffee, going by what I know of you:");
        assertThat(answer.cites()).containsExactly(new EpisodeId("e1"));
    }

    @Test
    void liking_isWhatThePersonaSays_polarityAndQuestionTogether() {
        Background hates = knowing(statement("stated-1", "Does not like horror films.", Polarity.AGAINST));

        assertThat(answer("Would I like Alien (1979). Genres: Horror?", hates).text())
                .isEqualTo("No, going by what I know of you:\n- Does not like horror films. (stated-1)");
        assertThat(answer("Do I hate horror films?", hates).text()).startsWith("Yes, going by what I know of you:");
        assertThat(answer("Do I like jazz?", hates).text())
                .isEqualTo("I don't know that yet. Tell me, and I will remember it.");
        assertThat(next("Would I like Airplane! (1980). Genres: Comedy?", hates.asking(1)))
                .isEqualTo(new Step.AskUser(
                        "I don't know you well enough to say. Do you like Comedy?", Step.AskUser.Aim.LIKING));
    }

    @Test
    void liking_thatWasTold_isQuotedFromMemory() {
        Recollection told = Situations.recalled(
                Situations.source(Source.Kind.STATEMENT, "e1", "2026-11-18T09:00:00Z"), "I like tea.", 0.9);
        Background background = new Background(
                new Persona(1, "rules", List.of(statement("s", "Likes tea.", Polarity.FOR))), List.of(told), List.of());

        assertThat(answer("Do I like tea?", background).text())
                .isEqualTo("You told me on 18 November 2026: \"I like tea.\"");
    }

    @Test
    void choice_isNotAnsweredWithWhatWasSaidOfOtherThings() {
        Recollection other = Situations.recalled(
                Situations.source(Source.Kind.CORRECTION, "e1", "2026-11-18T09:00:00Z"), "coffee", 0.9);
        Recollection told = Situations.recalled(
                Situations.source(Source.Kind.STATEMENT, "e2", "2026-11-18T09:00:00Z"), "I can't stand tea.", 0.8);
        Persona nobody = new Persona(1, "rules", List.of());

        assertThat(answer("Tea or water?", new Background(nobody, List.of(other, told), List.of()))
                        .text())
                .isEqualTo("You told me on 18 November 2026: \"I can't stand tea.\"");
        assertThat(answer("Cocoa or water?", new Background(nobody, List.of(other), List.of()))
                        .text())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void likings_areListed_whereMemoryHasNothing() {
        Background background = knowing(
                statement("a", "Likes tea.", Polarity.FOR), statement("b", "Does not like rain.", Polarity.AGAINST));

        assertThat(answer("What do I like?", background).text())
                .isEqualTo("Going by what I know of you:\n- Likes tea. (a)");
        assertThat(answer("What don't I like?", background).steered()).containsExactly("b");
        assertThat(answer("What do I hate?", background).steered()).containsExactly("b");
        assertThat(answer("What do I like?", knowing()).text())
                .isEqualTo("I don't know that yet. Tell me, and I will remember it.");
    }
}
