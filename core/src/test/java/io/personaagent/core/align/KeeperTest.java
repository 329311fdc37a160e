package io.personaagent.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When an alignment in the background begins, and what is told of it. */
@Timeout(60)
class KeeperTest extends KeeperWorld {

    @Test
    void during_withEnoughNewLabels_alignsAfterTheTurn_andTellsOfTheVersion() {
        labels(5);

        assertThat(keeper.during(() -> "an answer")).isEqualTo("an answer");

        assertThat(next())
                .isEqualTo(
                        new News(
                                2,
                                "Version 2 of your persona is in force: loss 0.000 instead of 1.000 on 3 it was learned from, 0.000 instead of 1.000 on 2 it had not seen (/why 2)"));
        assertThat(personas.current().statements()).hasSize(1);
    }

    @Test
    void look_withFewerNewLabels_doesNothing_andAlignsWhenTheLastOneComes() {
        labels(2);
        keeper.look();
        label(2);
        label(3);
        label(4);
        keeper.look();

        assertThat(next().version()).isEqualTo(2);
    }

    @Test
    void look_afterAnAlignment_countsFromThere() {
        labels(5);
        keeper.look();
        next();
        int before = answered.get();
        label(5);
        label(6);
        keeper.look();
        keeper.align();

        // The one that was asked for is the only one: it finds everything right.
        assertThat(next().line())
                .isEqualTo(
                        "Version 2 of your persona stays: all 3 answers are right already; there is nothing to learn");
        assertThat(answered.get()).isEqualTo(before + 3);
    }

    @Test
    void look_whereItIsForNever_startsNoThread() {
        keeper = keeper(0, false);
        labels(5);

        keeper.during(() -> "an answer");
        keeper.look();
        keeper.close();

        assertThat(answered).hasValue(0);
    }

    @Test
    void look_aRefusal_isInTheHistoryOnly() {
        labels(5);
        learned = "Likes paint.";
        keeper.look();
        while (personas.refusals().isEmpty()) {
            Thread.onSpinWait();
        }
        keeper.close();

        assertThat(keeper.news()).isEmpty();
        assertThat(personas.refusals()).hasSize(1);
    }

    @Test
    void align_withAModel_tellsBeforeWhatItMayCost() {
        keeper = keeper(0, true);
        labels(5);
        letGo = new CountDownLatch(1);
        keeper.align();

        assertThat(next())
                .isEqualTo(
                        new News(
                                0,
                                "Your persona is being aligned in the background: at most 28 calls of the model: 3*(3*1 + 3 + 1) = 21 to improve and 7 to judge."));
        letGo.countDown();
        assertThat(next().version()).isEqualTo(2);
    }
}
