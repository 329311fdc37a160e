package io.personaagent.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Proposal;
import io.personaagent.persona.align.Rehearsals;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.Simulator;
import io.personaagent.persona.align.process.Claims;
import io.personaagent.persona.align.process.Holder;
import io.personaagent.persona.align.process.LabelWatch;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.persona.align.process.Worker;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The agent answers "green" where its persona says so; that is what is wanted. */
@Timeout(60)
class KeeperTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Budget PLENTY = new Budget(Duration.ofHours(1), 1_000, 1_000_000);

    private final UserStore user = new InMemoryStores().open(new UserId("ada"));
    private final Personas personas = new Personas(
            new RecordPersonaStore(user.records(RecordPersonaStore.OWNER), Personas.fixedRules()),
            Personas.fixedRules(),
            CLOCK);
    private final Quiet quiet = new Quiet();
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private CountDownLatch letGo = new CountDownLatch(0);
    private volatile boolean usesUp;
    private String learned = "Likes green.";
    private Keeper keeper = keeper(3, false);

    @AfterEach
    void close() {
        keeper.close();
    }

    private Keeper keeper(int every, boolean asksModel) {
        return new Keeper(this::alignment, new Rhythm(every, Scale.USUAL, PLENTY, asksModel), quiet);
    }

    private SoleAlignment alignment() {
        Simulator simulator = (persona, rehearsal, meter) -> {
            reached.countDown();
            hold();
            if (usesUp && Thread.interrupted()) {
                throw new CancellationException("cancelled");
            }
            meter.check();
            answered.incrementAndGet();
            return persona.systemPrompt().contains("green") ? "green" : "red";
        };
        Alignment alignment = new Alignment(
                personas,
                user.episodes(),
                aligner(),
                new Rehearsals(
                        quiet.between(simulator),
                        (labelled, answer) -> labelled.truth().equals(answer) ? 0 : 1),
                CLOCK);
        return new SoleAlignment(
                alignment,
                new Claims(user.records(Claims.OWNER), CLOCK),
                new LabelWatch(user.episodes(), user.records(Claims.OWNER)),
                new Worker(Holder.here("a test"), "stub", true));
    }

    /** As a model that has not answered yet; an interruption is kept. */
    private void hold() {
        try {
            letGo.await();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private Aligner aligner() {
        return new Aligner() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Draft improve(Lesson lesson, Meter meter) {
                Set<EpisodeId> because =
                        Set.of(lesson.wrong().get(0).interaction().id());
                return new Draft.Written(new Proposal(
                        List.of(new Edit.Add(new Statement(
                                "s" + lesson.persona().statements().size(),
                                learned,
                                Statement.Kind.PREFERENCE,
                                new Support(0.5, because, NOON, NOON)))),
                        ""));
            }
        };
    }

    private void label(int number) {
        EpisodeId id = new EpisodeId("e" + number);
        Instant then = NOON.plusSeconds(number);
        user.episodes()
                .append(new Episode(
                        id,
                        new Occasion("s", then, then),
                        new Exchange("", "Colour of thing %d?".formatted(number), List.of(), "I do not know."),
                        Provenance.CHAT));
        user.episodes().add(id, Feedback.corrected("green", then));
    }

    private void labels(int count) {
        for (int number = 0; number < count; number++) {
            label(number);
        }
    }

    private News next() {
        List<News> news = keeper.news();
        while (news.isEmpty()) {
            Thread.onSpinWait();
            news = keeper.news();
        }
        assertThat(news).hasSize(1);
        return news.get(0);
    }

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
