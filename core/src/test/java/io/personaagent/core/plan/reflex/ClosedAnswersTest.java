package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedAnswersTest {

    private static final String RATE = "Give a score on a scale of 1 to 5. Just answer with the number. movie: ";
    private static final String WHICH = "Which would I rate higher? Just answer with [1] or [2]. ";

    /** Of somebody who gives 3, and rests on the first so many episodes. */
    private static Persona three(int rests) {
        Set<EpisodeId> evidence = IntStream.range(0, rests)
                .mapToObj(number -> new EpisodeId("e" + number))
                .collect(Collectors.toSet());
        return new Persona(
                1,
                "rules",
                List.of(
                        statement("Gives 3.00 on average, give or take 1.00, in 20 ratings.", evidence),
                        statement("Rates Comedy 0.10 above their mean, 5 of 5.", evidence)));
    }

    private static Statement statement(String sentence, Set<EpisodeId> evidence) {
        Support support = new Support(1, evidence, Situations.NOW, Situations.NOW);
        return new Statement("s" + sentence.length(), sentence, Statement.Kind.PREFERENCE, support);
    }

    /** So many that got this score, the first in the episode e{@code from}. */
    private static List<Recollection> scored(int from, int until, String asked, String score) {
        List<Recollection> recalled = new ArrayList<>();
        for (int number = from; number < until; number++) {
            String when = "2026-10-%02dT10:00:00Z".formatted(number + 1);
            String thing = "Film%d. Genres: Horror".formatted(number);
            recalled.add(Situations.recalled(
                    Situations.source(Source.Kind.QUESTION, "e" + number, when), asked.formatted(thing), 0));
            recalled.add(Situations.recalled(Situations.source(Source.Kind.CORRECTION, "e" + number, when), score, 0));
        }
        return recalled;
    }

    private static List<Recollection> scored(int from, int until) {
        return scored(from, until, RATE + "%s", "5");
    }

    private static String answer(String question, Background background) {
        Situation situation = Situation.of(new Message("s", question, Situations.NOW), background, List.of());
        Step.Answer answer = new ClosedAnswers().answer(situation).orElseThrow();
        assertThat(answer.cites()).isEmpty();
        return answer.text();
    }

    private static String rated(Persona persona, List<Recollection> recalled) {
        return answer(RATE + "Alien (1979). Genres: Horror", new Background(persona, recalled, List.of()));
    }

    @Test
    void answer_toAScore_isWhatThePersonaSays() {
        assertThat(rated(three(5), List.of())).isEqualTo("3");
    }

    @Test
    void answer_counts_whatThePersonaDoesNotRestOnYet() {
        assertThat(rated(three(5), scored(0, 5))).isEqualTo("3");
        assertThat(rated(three(5), scored(5, 15))).isEqualTo("4");
        assertThat(rated(three(15), scored(5, 15))).isEqualTo("3");
    }

    @Test
    void answer_doesNotCount_marksOnAnotherScale() {
        assertThat(rated(three(5), scored(5, 15, "How would I rate %s from 0 to 10?", "5")))
                .isEqualTo("3");
        assertThat(rated(three(5), scored(5, 15, "How would I rate %s from 1 to 5?", "5")))
                .isEqualTo("4");
    }

    @Test
    void answer_counts_whatWasSaidJustBefore() {
        List<Episode> conversation = IntStream.range(5, 15)
                .mapToObj(
                        number -> Situations.said("e" + number, RATE + "Film%d. Genres: Horror".formatted(number), "3")
                                .with(Feedback.corrected("5", Situations.NOW)))
                .toList();

        assertThat(answer(RATE + "Alien (1979). Genres: Horror", new Background(three(5), List.of(), conversation)))
                .isEqualTo("4");
    }

    @Test
    void answer_whereThePersonaSaysNoNumbers_isTheMeanOfWhatIsRecalled() {
        Persona silent = new Persona(1, "rules", List.of());

        assertThat(rated(silent, List.of())).isEqualTo("4");
        assertThat(rated(silent, scored(0, 10, RATE + "%s", "1"))).isEqualTo("1");
    }

    @Test
    void answer_toOneOfTwo_isTheBareLabel() {
        String two = WHICH + "[1]: \"Alien. Genres: Horror\" [2]: \"Airplane! Genres: Comedy\"";

        assertThat(answer(two, new Background(three(5), scored(5, 15), List.of())))
                .isEqualTo("[1]");
        assertThat(answer(two, new Background(three(5), scored(5, 15, RATE + "%s", "1"), List.of())))
                .isEqualTo("[2]");
    }

    @Test
    void answer_isEmpty_whereTheFormIsOpen() {
        Situation open = Situations.of("What is my name?", List.of(), List.of(), List.of());

        assertThat(new ClosedAnswers().answer(open)).isEmpty();
    }
}
