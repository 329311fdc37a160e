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

/** The agent answers "green" where its persona says so; that is what is wanted. */
class KeeperWorld {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final Budget PLENTY = new Budget(Duration.ofHours(1), 1_000, 1_000_000);

    final UserStore user = new InMemoryStores().open(new UserId("ada"));
    final Personas personas = new Personas(
            new RecordPersonaStore(user.records(RecordPersonaStore.OWNER), Personas.fixedRules()),
            Personas.fixedRules(),
            CLOCK);
    final Quiet quiet = new Quiet();
    final AtomicInteger answered = new AtomicInteger();
    final CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(0);
    volatile boolean usesUp;
    String learned = "Likes green.";
    Keeper keeper = keeper(3, false);

    @AfterEach
    void close() {
        keeper.close();
    }

    Keeper keeper(int every, boolean asksModel) {
        return new Keeper(this::alignment, new Rhythm(every, Scale.USUAL, PLENTY, asksModel), quiet);
    }

    SoleAlignment alignment() {
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
    void hold() {
        try {
            letGo.await();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    Aligner aligner() {
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

    void label(int number) {
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

    void labels(int count) {
        for (int number = 0; number < count; number++) {
            label(number);
        }
    }

    News next() {
        List<News> news = keeper.news();
        while (news.isEmpty()) {
            Thread.onSpinWait();
            news = keeper.news();
        }
        assertThat(news).hasSize(1);
        return news.get(0);
    }
}
