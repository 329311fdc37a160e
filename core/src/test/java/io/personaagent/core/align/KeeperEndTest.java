package io.personaagent.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an alignment in the background is held up and ended. */
@Timeout(60)
class KeeperEndTest extends KeeperWorld {

    @Test
    void during_aTurn_noStepIsMade() throws InterruptedException {
        labels(5);
        letGo = new CountDownLatch(1);
        keeper.align();
        reached.await();

        int after = keeper.during(() -> {
            letGo.countDown();
            // What had begun is finished; the next step waits.
            while (answered.get() < 1) {
                Thread.onSpinWait();
            }
            for (int look = 0; look < 1_000_000; look++) {
                Thread.onSpinWait();
            }
            return answered.get();
        });

        assertThat(after).isEqualTo(1);
        assertThat(next().version()).isEqualTo(2);
    }

    @Test
    void stop_endsWhatGoesOn_andBeginsNothingUnasked() throws InterruptedException {
        labels(5);
        letGo = new CountDownLatch(1);
        keeper.align();
        reached.await();
        keeper.align();

        assertThat(keeper.stop()).isTrue();
        assertThat(next().line()).isEqualTo("Version 1 of your persona stays: cancelled");
        letGo.countDown();
        keeper.look();
        assertThat(keeper.stop()).isFalse();
        assertThat(answered).hasValue(0);

        keeper.align();
        assertThat(next().version()).isEqualTo(2);
    }

    @Test
    void close_doesNotWaitForAModel_andLeavesNoClaim() throws InterruptedException {
        labels(5);
        letGo = new CountDownLatch(1);
        keeper.align();
        reached.await();

        keeper.close();

        assertThat(alignment().state().isGoingOn()).isFalse();
        assertThat(alignment().state().isUnfinished()).isTrue();
        assertThat(personas.current().version()).isEqualTo(1);
    }

    /** As a turn's loop does, which needs the thread for what it still has to write. */
    @Test
    void close_ofOneWhoseInterruptionWasUsedUp_endsItsThread() throws InterruptedException {
        labels(5);
        letGo = new CountDownLatch(1);
        usesUp = true;
        keeper.align();
        reached.await();

        keeper.close();

        assertThat(keeper.isAtWork()).isFalse();
    }
}
