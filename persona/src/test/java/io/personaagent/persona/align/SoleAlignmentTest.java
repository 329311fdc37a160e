package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static io.personaagent.persona.align.Cases.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.process.Claims;
import io.personaagent.persona.align.process.Holder;
import io.personaagent.persona.align.process.LabelWatch;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.persona.align.process.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the world of colours, where an alignment can be cut short at each of its calls. */
class SoleAlignmentTest extends ColourWorld {

    private static final Holder CHAT = new Holder("a chat", "elsewhere", 4711, NOON);
    private static final Holder ALIGN = new Holder("personaagent align", "elsewhere", 4712, NOON);

    private Instant now = NOON;
    private int aligned;
    /** What happens at a call; it may throw. */
    private Runnable atCall = () -> {};

    @BeforeEach
    void twoSteps() {
        wanted("green", "green", "green", "green", "green");
        // The first rewrite does not help, the second does.
        rewriter = lesson -> {
            aligned++;
            return written(add(lesson, lesson.persona().statements().size() == 1 ? "Likes paint." : "Likes green."));
        };
    }

    @Override
    Alignment alignment() {
        Simulator simulator = (persona, rehearsal, meter) -> {
            atCall.run();
            meter.check();
            meter.count(10, 1);
            rehearsed.add(rehearsal);
            return persona.systemPrompt().contains("green") ? "green" : "red";
        };
        NumericLoss exact = (labelled, answer) -> labelled.truth().equals(answer) ? 0 : 1;
        return new Alignment(
                personas,
                user.episodes(),
                stoppable(aligner()),
                new Rehearsals(simulator, exact),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Aligner stoppable(Aligner aligner) {
        return new Aligner() {
            @Override
            public String name() {
                return aligner.name();
            }

            @Override
            public Draft improve(Lesson lesson, Meter meter) {
                atCall.run();
                return aligner.improve(lesson, meter);
            }
        };
    }

    private boolean dear = true;

    private RecordStore records() {
        return user.records(Claims.OWNER);
    }

    private SoleAlignment sole(Holder holder) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new SoleAlignment(
                alignment(),
                new Claims(records(), clock),
                new LabelWatch(user.episodes(), records()),
                new Worker(holder, "stub", dear));
    }

    private Decision run(Holder holder) {
        return run(holder, PLENTY);
    }

    private Decision run(Holder holder, Budget budget) {
        SoleAlignment alignment = sole(holder);
        return alignment.run(alignment.course(Scale.USUAL), budget, told::add);
    }

    /** So many calls are made, the next one is not. */
    private void interruptAfter(int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        atCall = () -> {
            if (left.decrementAndGet() < 0) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void cutShortAfter(int calls) {
        interruptAfter(calls);
        assertThat(run(CHAT).verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        atCall = () -> {};
    }

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
