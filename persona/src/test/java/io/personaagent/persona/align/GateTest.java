package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static io.personaagent.persona.align.Cases.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Persona BEFORE =
            persona(statement("a", "Likes tea.", "e1"), statement("b", "Likes rain.", "e9"));

    private static Persona persona(Statement... statements) {
        return new Persona(1, "Rules.", List.of(statements));
    }

    private static Statement statement(String id, String text, String evidence) {
        return new Statement(
                id, text, Statement.Kind.PREFERENCE, new Support(0.5, Set.of(new EpisodeId(evidence)), NOON, NOON));
    }

    private static Graded graded(int second, String truth, double loss) {
        return new Graded(labelled(second, "Question " + second + "?", truth), "", loss);
    }

    private static Trial trial(Persona after, Trial.Compared batch, Trial.Compared judges) {
        return new Trial(BEFORE, after, batch, judges);
    }

    private static Trial.Compared compared(double before, double after) {
        return new Trial.Compared(List.of(graded(1, "comedy", before)), List.of(graded(1, "comedy", after)));
    }

    @Property
    void objection_isAbsentOnlyWhereTheBatchIsBetterAndTheJudgesAreNotWorse(
            @ForAll @DoubleRange(min = 0, max = 1) double batchBefore,
            @ForAll @DoubleRange(min = 0, max = 1) double batchAfter,
            @ForAll @DoubleRange(min = 0, max = 1) double judgesBefore,
            @ForAll @DoubleRange(min = 0, max = 1) double judgesAfter) {
        Trial trial = trial(BEFORE, compared(batchBefore, batchAfter), compared(judgesBefore, judgesAfter));

        boolean accepted = Gate.objection(List.of(trial)).isEmpty();

        assertThat(accepted).isEqualTo(batchAfter < batchBefore - Gate.MARGIN && judgesAfter <= judgesBefore + 1e-9);
    }

    @Test
    void objection_toAJudgesAnswer_isAbsent_whereTheStatementRestsOnWordsThatWereTaught() {
        Persona after = persona(statement("c", "Likes horror.", "e7"));
        Trial.Compared judges = new Trial.Compared(List.of(graded(2, "horror", 1)), List.of(graded(2, "horror", 0)));
        Trial said = new Trial(BEFORE, after, compared(1, 0), judges, Map.of(new EpisodeId("e7"), "horror films"));
        Trial elsewhere = new Trial(BEFORE, after, compared(1, 0), judges, Map.of(new EpisodeId("e8"), "horror films"));

        assertThat(Gate.objection(List.of(said))).isEmpty();
        assertThat(Gate.objection(List.of(elsewhere)))
                .hasValueSatisfying(objection -> assertThat(objection).startsWith("it repeats the right answer of "));
    }

    @Test
    void objection_toATie_keepsTheOld() {
        assertThat(Gate.objection(List.of(trial(BEFORE, compared(0.5, 0.5), compared(0.5, 0.5)))))
                .contains("it is not better on what it was learned from (loss 0.500, was 0.500)");
    }

    @Test
    void objection_whereOtherFoldsAreWorseTogether_isRaised() {
        Trial first = trial(BEFORE, compared(1, 0), compared(0.5, 0.5));
        Trial worse = trial(BEFORE, compared(1, 0), compared(0, 1));

        assertThat(Gate.objection(List.of(first, first, first))).isEmpty();
        assertThat(Gate.objection(List.of(first, worse, first)))
                .contains("it is worse on interactions that it had not seen over all folds (loss 0.667, was 0.333)");
    }

    @Test
    void objection_doesNotTakeForALeakWhatTheBatchHolds() {
        Trial.Compared judges = new Trial.Compared(List.of(graded(7, "comedy", 1)), List.of(graded(7, "comedy", 0)));
        Persona after = persona(statement("c", "Prefers comedy.", "e1"));

        assertThat(Gate.objection(List.of(trial(after, compared(1, 0), judges))))
                .isEmpty();
    }

    @Test
    void objection_toALeak_looksThroughCaseAndSigns() {
        Trial.Compared judges = new Trial.Compared(
                List.of(graded(7, "Quartz-Lantern, 41!", 1)), List.of(graded(7, "Quartz-Lantern, 41!", 0)));
        Persona after = persona(statement("c", "Says quartz lantern 41 when asked.", "e1"));

        assertThat(Gate.objection(List.of(trial(after, compared(1, 0), judges))))
                .contains("it repeats the right answer of e7, which judges and was not learned from");
    }

    @Test
    void restraint_isTheShareOfWhatWasRightAndStayed() {
        List<Graded> wrong = List.of(graded(1, "x", 1));

        assertThat(Gate.restraint(BEFORE, persona(statement("b", "Likes rain.", "e9")), wrong))
                .isEqualTo(1);
        assertThat(Gate.restraint(BEFORE, persona(statement("b", "Likes snow.", "e9")), wrong))
                .isZero();
        assertThat(Gate.restraint(BEFORE, persona(statement("b", "Likes rain.", "e9")), List.of()))
                .isCloseTo(0.5, within(1e-9));
        assertThat(Gate.restraint(persona(), BEFORE, wrong)).isEqualTo(1);
    }
}
