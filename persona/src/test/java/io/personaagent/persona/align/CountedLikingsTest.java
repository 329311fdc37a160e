package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.asked;
import static io.personaagent.persona.align.Cases.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.statistical.StatisticalAligner;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.Leanings;
import io.personaagent.persona.choice.Weighed;
import io.personaagent.persona.elicit.Told;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody likes and chooses, counted, gated and used: the agent of this world has no memory but its persona. */
class CountedLikingsTest extends ColourWorld {

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    @Override
    Alignment alignment() {
        Simulator simulator = (persona, rehearsal, meter) ->
                answer(persona, rehearsal.interaction().query());
        TaskLoss loss = new TaskLoss(HashingEmbedder.embedder());
        return new Alignment(
                personas,
                user.episodes(),
                new StatisticalAligner(),
                new Rehearsals(simulator, loss),
                Clock.fixed(Cases.NOON.plusSeconds(3_600), ZoneOffset.UTC));
    }

    private static String answer(Persona persona, String question) {
        return Weighed.best(Leanings.of(persona.statements(), List.of())
                        .weigh(ChoiceQuestion.in(question).orElseThrow()))
                .map(Weighed::thing)
                .orElse("I do not know.");
    }

    private void chosen(int second, String question, String truth) {
        user.episodes().append(asked(second, question));
        user.episodes().add(new EpisodeId("e" + second), corrected(second, truth));
    }

    private List<String> counted() {
        return personas.current().statements().stream()
                .filter(each -> !each.id().equals("rain"))
                .map(Statement::text)
                .toList();
    }

    @Test
    void run_acceptsWhatOnlySaysWhatIsChosen() {
        int second = 1;
        for (String day : DAYS) {
            chosen(
                    second++,
                    "What should I drink for breakfast on %s, tea or coffee?".formatted(day),
                    "Coffee, please");
            chosen(second++, "What should I drink for supper on %s, tea or coffee?".formatted(day), "tea");
        }

        assertThat(run().verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(counted())
                .isNotEmpty()
                .allMatch(text -> text.startsWith("Chooses "))
                .anyMatch(text -> text.startsWith("Chooses \"coffee\" for \"breakfast\", "));
        assertThat(answer(personas.current(), "What should I drink for breakfast on Sunday, tea or coffee?"))
                .isEqualTo("coffee");
        assertThat(answer(personas.current(), "What should I drink for supper on Sunday, tea or coffee?"))
                .isEqualTo("tea");
    }

    @Test
    void run_acceptsWhatWasSaidAnywhere_thoughAJudgesAnswerStandsInIt() {
        user.episodes().append(asked(1, "I love coffee."));
        chosen(2, "Coffee or lemonade?", "coffee");
        chosen(3, "Iced coffee or lemonade?", "iced coffee");
        chosen(4, "Tea or coffee?", "coffee");
        chosen(5, "Water or lemonade?", "water");
        user.episodes().append(asked(6, "I hate lemonade."));

        assertThat(run().verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(counted()).containsExactly("Does not like lemonade.", "Likes coffee.");
        assertThat(personas.current().statements())
                .filteredOn(each -> each.text().equals("Likes coffee."))
                .singleElement()
                .satisfies(each -> assertThat(each.support().evidence()).containsExactly(new EpisodeId("e1")));
    }

    @Test
    void run_learnsFromTheAnswerToAQuestionForALiking() {
        user.episodes()
                .append(Cases.replied(
                        1, "Tea or coffee?", "I don't know you well enough to say. Do you like tea?", Told.ASKED_TAG));
        user.episodes().append(asked(2, "No"));
        chosen(3, "Tea or cocoa?", "cocoa");
        chosen(4, "Juice or tea?", "juice");

        assertThat(run().verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(counted()).containsExactly("Does not like tea.");
    }

    @Test
    void run_refusesWhatHelpsNothing() {
        user.episodes().append(asked(1, "I love jazz."));
        chosen(2, "Tea or cocoa?", "cocoa");
        chosen(3, "Juice or tea?", "juice");
        Persona before = personas.current();

        assertThat(run().verdict()).isEqualTo(Verdict.REFUSED);

        staysAsItIs(before, "it is not better on what it was learned from (loss 1.000, was 1.000)");
    }
}
