package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Progress;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Decision.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An alignment that is cut short, and gone on with. */
class SoleAlignmentTest extends CutShortWorld {

    @Test
    void run_isAnAlignment_thatLeavesNothingBehind() {
        Decision decision = run(CHAT);

        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(personas.current().statements())
                .extracting(Statement::text)
                .containsExactly("Likes rain.", "Likes paint.", "Likes green.");
        assertThat(records().kinds()).containsExactlyInAnyOrder("claim", "watch");
        assertThat(sole(CHAT).state().isGoingOn()).isFalse();
        assertThat(sole(CHAT).state().isUnfinished()).isFalse();
    }

    @Test
    void run_whoseStepsCostLessThanToNoteThem_notesNone_andBeginsAnew() {
        dear = false;
        cutShortAfter(4);

        assertThat(records().kinds()).containsExactlyInAnyOrder("checkpoint", "claim");
        assertThat(run(CHAT).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(records().kinds()).containsExactlyInAnyOrder("claim", "watch");
    }

    @Test
    void run_cutShortAgainAndAgain_isGoneOnWith_andEndsAsIfItHadNotBeen() {
        Persona before = personas.current();
        int runs = 0;
        while (personas.current().equals(before) && runs++ < 20) {
            interruptAfter(4);
            Decision decision = run(CHAT);
            boolean cut = Thread.interrupted();
            assertThat(decision.verdict()).isEqualTo(cut ? Verdict.CANCELLED : Verdict.ACCEPTED);
            assertThat(cut).isEqualTo(personas.current().equals(before));
        }

        assertThat(runs).isBetween(3, 6);
        assertThat(personas.current().statements())
                .extracting(Statement::text)
                .containsExactly("Likes rain.", "Likes paint.", "Likes green.");
        assertThat(aligned).isEqualTo(2);
        assertThat(personas.version().reason())
                .isEqualTo(
                        "loss 0.000 instead of 1.000 on 3 it was learned from, 0.000 instead of 1.000 on 2 it had not seen");
    }

    @Test
    void run_goingOn_asksNothingAgainThatIsKnown_andCountsAllParts() {
        cutShortAfter(7);
        int asked = rehearsed.size();

        Decision decision = run(ALIGN);

        assertThat(asked).isEqualTo(6);
        // Three at each of three personas and two judges twice; those that were wrong, and whose answers are in no
        // draft, once more.
        assertThat(rehearsed).hasSize(9 + 4 + 3);
        assertThat(aligned).isEqualTo(2);
        assertThat(decision.bill().spent().calls()).isEqualTo(rehearsed.size() + 2 * 4);
    }

    @Test
    void state_tellsOfWhatWasCutShort_withWhatItCost() {
        cutShortAfter(7);

        assertThat(sole(ALIGN).state().isUnfinished()).isTrue();
        assertThat(sole(ALIGN).state().unfinished().calls()).isEqualTo(10);
        assertThat(sole(ALIGN).state().unfinished().tokens()).isEqualTo(10 * 11);
        assertThat(sole(ALIGN).state().unfinished().planned()).isEqualTo(28);
        assertThat(sole(ALIGN).state().fresh()).isEqualTo(5);
    }

    @Test
    void run_budget_isForAllPartsTogether_andForWhatIsLeftAfterItWasSpent() {
        Budget small = new Budget(Duration.ofHours(1), 16, 1_000_000);
        cutShortAfter(7);

        Decision spent = run(CHAT, small);
        Decision again = run(CHAT, small);

        assertThat(spent.verdict()).isEqualTo(Verdict.UNFINISHED);
        assertThat(spent.reason()).isEqualTo("it could not be finished: its budget of 16 calls is spent");
        assertThat(again.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void run_whereALabelIsNew_beginsAnew() {
        cutShortAfter(7);
        user.episodes().add(new EpisodeId("e1"), corrected(9, "green"));

        run(CHAT);

        assertThat(aligned).isEqualTo(1 + 2);
    }

    @Test
    void run_whereThePersonaIsAnother_beginsAnew() {
        cutShortAfter(7);
        personas.accept(personas.current().edited(List.of()), Cause.of(Origin.EDITED, "by hand"));

        assertThat(sole(CHAT).state().isUnfinished()).isFalse();
        Decision decision = run(CHAT);

        // Three twice and two judges twice to simulate, and four to rewrite: nothing of what was spent before.
        assertThat(decision.bill().spent().calls()).isEqualTo(3 + 4 + 3 + 4);
        assertThat(records().kinds()).containsExactlyInAnyOrder("claim", "watch");
    }

    @Test
    void forgettingWhatItLearnsFrom_takesAllThatWasNoted() {
        cutShortAfter(7);
        assertThat(records().kinds()).contains("checkpoint", "draft", "loss");

        long number = user.forgetting().begin(Set.of(new EpisodeId("e4"))).number();
        user.forgetting().remove(number, Progress.none());

        assertThat(records().kinds()).containsExactly("claim");
    }
}
