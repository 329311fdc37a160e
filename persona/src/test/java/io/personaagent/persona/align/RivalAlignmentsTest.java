package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.process.Holder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two who want to align at once, in the world of colours. */
class RivalAlignmentsTest extends CutShortWorld {

    @Test
    void run_whileAnotherOneIsAtIt_saysWho() {
        List<Decision> second = new ArrayList<>();
        atCall = () -> {
            atCall = () -> {};
            now = now.plusSeconds(12);
            second.add(run(ALIGN));
        };

        Decision first = run(CHAT);

        assertThat(first.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(second).extracting(Decision::verdict).containsExactly(Verdict.BUSY);
        assertThat(second.get(0).reason())
                .isEqualTo(
                        "another alignment is going on: a chat (process 4711) began it 12 s ago and was last heard of 12 s ago; wait for its end, or end it there");
        assertThat(personas.history()).hasSize(3);
        assertThat(personas.refusals()).isEmpty();
    }

    @Test
    void run_whereAnotherOneHasBeenSilentForLong_takesItsPlace_andThatOneKeepsNothing() {
        List<Decision> second = new ArrayList<>();
        atCall = () -> {
            atCall = () -> {};
            now = now.plus(Duration.ofMinutes(2));
            second.add(run(ALIGN));
        };

        Decision first = run(CHAT);

        assertThat(second).extracting(Decision::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(first.verdict()).isEqualTo(Verdict.BUSY);
        assertThat(first.reason()).isEqualTo("another alignment has gone on with this one");
        assertThat(personas.history()).hasSize(3);
        assertThat(personas.refusals()).isEmpty();
    }

    @Test
    void run_whereTheOtherProcessHasEnded_doesNotWait() {
        Holder here = Holder.here("a chat");
        Holder ended = new Holder("a chat", here.place(), here.pid(), NOON.minus(Duration.ofDays(9_000)));
        List<Decision> second = new ArrayList<>();
        atCall = () -> {
            atCall = () -> {};
            second.add(run(here));
        };

        run(ended);

        assertThat(second).extracting(Decision::verdict).containsExactly(Verdict.ACCEPTED);
    }
}
