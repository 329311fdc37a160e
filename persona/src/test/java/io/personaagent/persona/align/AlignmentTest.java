package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static io.personaagent.persona.align.Cases.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.json.Json;
import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Refusal;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Decision.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a world where an agent answers by its persona, and nothing else matters. */
class AlignmentTest extends ColourWorld {

    @Test
    void run_putsABetterPersonaInForce_andKeepsWhy() {
        wanted("green", "green", "green", "green", "green");

        Decision decision = run();

        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(personas.current().version()).isEqualTo(3);
        assertThat(personas.current().statements())
                .extracting(Statement::text)
                .containsExactly("Likes rain.", "Likes green.");
        assertThat(personas.version().reason())
                .isEqualTo(
                        "loss 0.000 instead of 1.000 on 3 it was learned from, 0.000 instead of 1.000 on 2 it had not seen");
        JsonNode kept = Json.read(personas.version().decision());
        assertThat(kept.path("batch"))
                .extracting(each -> each.path("episode").asText())
                .containsExactly("e3", "e4", "e5");
        assertThat(kept.path("judges"))
                .extracting(each -> each.path("after").asDouble())
                .containsExactly(0.0, 0.0);
        assertThat(kept.path("restraint").asDouble()).isEqualTo(1);
        assertThat(personas.refusals()).isEmpty();
    }

    @Test
    void run_costsNoMoreThanWasTold() {
        wanted("green", "green", "green", "green", "green");
        rewriter = lesson -> written(
                add(lesson, "Likes thing " + lesson.persona().statements().size()));
        Alignment alignment = alignment();
        Course course = alignment.course(Scale.USUAL);

        Decision decision = alignment.run(course, PLENTY, told::add);

        assertThat(course.cost().words())
                .isEqualTo("at most 28 calls of the model: 3*(3*1 + 3 + 1) = 21 to improve and 7 to judge");
        assertThat(decision.bill().spent().calls()).isEqualTo(28);
        assertThat(decision.bill().planned()).isEqualTo(28);
    }

    @Test
    void run_whereNothingGetsBetter_keepsTheOld() {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        rewriter = lesson -> written(
                add(lesson, "Likes thing " + lesson.persona().statements().size()));

        assertThat(run().verdict()).isEqualTo(Verdict.REFUSED);

        staysAsItIs(before, "it is not better on what it was learned from (loss 1.000, was 1.000)");
    }

    @Test
    void run_whatIsWorseForTheJudges_isRefused() {
        wanted("red", "red", "green", "green", "green");
        Persona before = personas.current();

        Decision decision = run();

        staysAsItIs(before, "it is worse on interactions that it had not seen (loss 1.000, was 0.000)");
        assertThat(decision.losses().batch()).extracting(Judgement::after).containsExactly(0.0, 0.0, 0.0);
        assertThat(personas.refusals().get(0).cause().decision()).isEqualTo(decision.json());
    }

    @Test
    void run_aRewriteThatCannotBeUsed_isRefusedWithItsReason() {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        rewriter = lesson -> new Draft.Rejected("it holds no JSON object");

        assertThat(run().verdict()).isEqualTo(Verdict.REFUSED);

        staysAsItIs(before, "it holds no JSON object");
    }

    @Test
    void run_whatTellsAJudgesAnswer_isRefused() {
        wanted("the blue heron", "green", "green", "green", "green");
        Persona before = personas.current();
        rewriter = lesson -> written(add(lesson, "Likes green, and The Blue Heron!"));

        assertThat(run().verdict()).isEqualTo(Verdict.REFUSED);

        staysAsItIs(before, "it repeats the right answer of e1, which judges and was not learned from");
    }

    @Test
    void run_whatChangesTooMuchAtOnce_isRefused() {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        rewriter = lesson -> written(add(lesson, "green ".repeat(400)));

        assertThat(run().verdict()).isEqualTo(Verdict.REFUSED);

        staysAsItIs(before, "the rewrite changes 2,399 bytes at once, but may change 1,638");
    }

    @Test
    void run_whereAllIsRight_asksForNoRewrite() {
        wanted("red", "red", "red", "red", "red");
        rewriter = lesson -> {
            throw new AssertionError("asked for a rewrite");
        };

        assertThat(run().reason()).isEqualTo("all 3 answers are right already; there is nothing to learn");
        assertThat(personas.refusals()).isEmpty();
        assertThat(personas.current().version()).isEqualTo(2);
    }

    @Test
    void run_withASingleLabel_asksNoModel() {
        wanted("green");

        Decision decision = run();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(decision.reason())
                .isEqualTo(
                        "there are 1 answers of which it is known what was wanted, but it takes 2: one to learn from and one to judge");
        assertThat(rehearsed).isEmpty();
    }

    @Test
    void run_withFewLabels_letsEachJudgeOnce() {
        wanted("green", "green", "green");
        Alignment alignment = alignment();
        Course course = alignment.course(Scale.USUAL);

        Decision decision = alignment.run(course, PLENTY, told::add);

        assertThat(course.splits()).hasSize(3);
        assertThat(course.splits().stream().flatMap(split -> split.judges().stream()))
                .extracting(labelled -> labelled.id().value())
                .containsExactlyInAnyOrder("e1", "e2", "e3");
        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(told).contains("Fold 2 of 3", "Fold 3 of 3");
    }

    @Test
    void run_masksTheInteractionAndTheJudgesFromMemory() {
        wanted("green", "green", "green", "green", "green");
        user.episodes().append(asked(6, "colour of THING 3"));

        run();

        assertThat(rehearsed).allSatisfy(each -> assertThat(each.hidden())
                .contains(each.interaction().id()));
        assertThat(rehearsed.get(0).interaction().id()).isEqualTo(new EpisodeId("e3"));
        assertThat(rehearsed.get(0).hidden())
                .extracting(EpisodeId::value)
                .containsExactlyInAnyOrder("e1", "e2", "e3", "e4", "e5", "e6");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9, 12})
    void run_withTooSmallABudget_changesNothing(int calls) {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        Alignment alignment = alignment();

        Decision decision = alignment.run(
                alignment.course(Scale.USUAL), new Budget(Duration.ofHours(1), calls, 1_000_000), told::add);

        assertThat(decision.verdict()).isEqualTo(Verdict.UNFINISHED);
        assertThat(decision.bill().spent().calls()).isEqualTo(calls);
        staysAsItIs(before, "it could not be finished: its budget of %d calls is spent".formatted(calls));
    }

    @Test
    void run_thatIsInterrupted_changesNothing() {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        rewriter = lesson -> {
            Thread.currentThread().interrupt();
            return written(add(lesson, "Likes green."));
        };

        Decision decision = run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(decision.verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(personas.current()).isEqualTo(before);
        assertThat(personas.refusals()).isEmpty();
    }

    @Test
    void run_whileThePersonChangesThePersona_leavesTheirs() {
        wanted("green", "green", "green", "green", "green");
        rewriter = lesson -> {
            personas.accept(personas.current().edited(List.of()), Cause.of(Origin.EDITED, "by hand"));
            return written(add(lesson, "Likes green."));
        };

        assertThat(run().verdict()).isEqualTo(Verdict.REFUSED);

        assertThat(personas.version().reason()).isEqualTo("by hand");
        assertThat(personas.refusals())
                .extracting(Refusal::cause)
                .extracting(Cause::reason)
                .containsExactly("the persona was changed meanwhile; align again");
    }

    @Test
    void rehearse_keepsNothing() {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        Alignment alignment = alignment();

        Decision decision = alignment.rehearse(alignment.course(Scale.USUAL), PLENTY, told::add);

        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(personas.current()).isEqualTo(before);
        assertThat(personas.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void run_thatDiesAtAnyCall_leavesTheOld(int calls) {
        wanted("green", "green", "green", "green", "green");
        Persona before = personas.current();
        Alignment alignment = alignment();
        Course course = alignment.course(Scale.USUAL);
        Simulator dying = (persona, rehearsal, meter) -> {
            if (meter.all().calls() >= calls) {
                throw new OutOfMemoryError("died");
            }
            meter.count(1, 1);
            return persona.systemPrompt().contains("green") ? "green" : "red";
        };
        Alignment dies = new Alignment(
                personas,
                user.episodes(),
                aligner(),
                new Rehearsals(dying, (labelled, answer) -> labelled.truth().equals(answer) ? 0 : 1),
                Clock.fixed(NOON, ZoneOffset.UTC));

        assertThatThrownBy(() -> dies.run(course, PLENTY, told::add)).hasMessage("died");

        assertThat(personas.current()).isEqualTo(before);
        assertThat(personas.history()).hasSize(2);
    }
}
